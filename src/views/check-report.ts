import { shown } from "../../grammar/message/terminal-text.ts";
import { isScriptCall, read as readScript } from "../../grammar/script/read.ts";
import type { Slot } from "../derive/bound-command.ts";
import { MASK, withoutAccounts } from "../derive/secrets.ts";
import { blankEffect, usage } from "../derive/usage.ts";
import { howMany } from "../how-many.ts";
import type { LanguageRow } from "../models/language/language-file.ts";
import { factoryState } from "../panel/state/state.ts";
import type { CheckReport, Judge } from "./check-message.ts";
import type { Colors } from "./colors.ts";
import { drawn } from "./explain-entry.ts";
import { factoryCredentials } from "./factory-credentials.ts";
import type { CheckJson } from "./json/check-json.ts";
import { withCredentialsOf } from "./message-credentials.ts";
import { provenanceText } from "./provenance-text.ts";

/** A check for people: the verdict, each field, what it costs to send. */
export function checkText(report: CheckReport, colors: Colors): string {
	const { dim, green, red, yellow } = colors;
	const { model, text, verdict, ok, judged, command, parameters, sms } = report;
	const lines = [
		ok
			? `${green(verdict)}: ${shown(text)}`
			: [red(verdict), ...drawn(text, report.diagnostics, colors)].join("\n"),
	];
	for (const { name, title } of report.elsewhere)
		lines.push(`it is a message of ${title} (--model ${name})`);
	for (const slip of report.slips)
		lines.push(
			`${yellow("take care")}: one slip, ${shown(slip.text)}, ${slipWords[slip.command.row.class]}: ${slip.command.spec.help}`,
		);
	for (const remark of report.remarks)
		lines.push(`${yellow("take care")}: ${remark}`);
	if (command !== null) {
		lines.push(`${usage(command)}  ${command.spec.help}`);
		const does = classOf(report);
		if (does === "deletes" || does === "disarms")
			lines.push(`${yellow("take care")}: it ${does}`);
		lines.push(dim(provenanceText(model, command)));
		const width = Math.max(
			0,
			...parameters.map(({ slot }) => slot.name.length),
		);
		for (const { slot, action, part } of parameters)
			lines.push(
				`  ${slot.name.padEnd(width)}  ${actionText(slot.name, action).padEnd(6)}  ${
					part.text === "" || action !== "set"
						? dim(unsaid({ slot, action }))
						: shown(withMeaning(slot, part.text))
				}`,
			);
	}
	lines.push(
		dim(
			`${howMany(sms.characters, "character")}, ${sms.alphabet}, ${sms.parts} SMS; ${judges[judged](model.name)}`,
		),
	);
	return lines.join("\n");

	function actionText(parameter: string, action: string): string {
		const isWrong = report.diagnostics.some(
			(each) => each.parameter === parameter,
		);
		return isWrong ? "wrong" : action;
	}
}

/** What the file of a language says that the command of a message does; null for our own. */
function classOf({
	model: { language },
	command,
}: CheckReport): LanguageRow["class"] | null {
	const own = language?.commands.find(
		({ spec }) => spec.word === command?.spec.word,
	);
	return own?.row.class ?? null;
}

/** What it means that nothing stands in a slot. */
function unsaid({
	slot,
	action,
}: Pick<CheckReport["parameters"][number], "slot" | "action">): string {
	return action === "absent" ? "says nothing" : `a blank ${blankEffect(slot)}`;
}

const slipWords = {
	asks: "asks",
	sets: "sets something else",
	arms: "arms",
	disarms: "disarms",
	deletes: "deletes",
} as const;

/** `02 entry`: a choice with its meaning. */
function withMeaning(slot: Slot, text: string): string {
	const meaning = meaningOf(slot, text);
	return meaning === undefined || meaning === "" ? text : `${text} ${meaning}`;
}

const judges: { readonly [J in Judge]: (model: string) => string } = {
	panel: () => "judged by the panel's file",
	shape: (model) =>
		`judged by the shape of ${model} only: users, PINs and credentials were not looked at (--config FILE)`,
	factory: (model) => `judged by a ${model} fresh from the factory`,
};

/**
 * A check for programs. Places count in the text as it was typed; in `text`
 * credentials, secret parameters and other runs of four digits are masked.
 */
export function checkJson(
	report: CheckReport,
	showSecrets: boolean,
): CheckJson {
	const { model, message, command, parameters, sms } = report;
	const does = classOf(report);
	return {
		verdict: report.verdict,
		ok: report.ok,
		text: showSecrets ? report.text : maskedText(report),
		model: model.name,
		judged: report.judged,
		command: message?.word.text ?? null,
		usage: command === null ? null : usage(command),
		help: command?.spec.help ?? null,
		provenance: command?.provenance ?? null,
		source: command?.spec.source ?? null,
		origin: command === null ? null : provenanceText(model, command),
		warning: factoryCredentialsIn(report),
		parameters: parameters.map(({ slot, action, part }) => ({
			name: slot.name,
			label: slot.label,
			action,
			value: showSecrets
				? part.text
				: part.text !== "" && slot.secret
					? MASK
					: withoutAccounts(part.text),
			meaning:
				part.text === ""
					? unsaid({ slot, action })
					: (meaningOf(slot, part.text) ?? null),
			start: part.start,
			end: part.end,
		})),
		sms: {
			characters: sms.characters,
			alphabet: sms.alphabet,
			parts: sms.parts,
		},
		diagnostics: report.diagnostics,
		...(report.elsewhere.length === 0
			? {}
			: { elsewhere: report.elsewhere.map(({ name }) => name) }),
		...(report.slips.length === 0
			? {}
			: {
					slips: report.slips.map(({ text, command: { row, spec } }) => ({
						command: spec.word,
						does: row.class,
						help: spec.help,
						...(showSecrets ? { text } : {}),
					})),
				}),
		...(report.remarks.length === 0 ? {} : { remarks: report.remarks }),
		...(does === null ? {} : { does }),
	};
}

/** A word about credentials that every manual prints; null for others. */
function factoryCredentialsIn({ model, message }: CheckReport): string | null {
	if (message === null || message.code.text === "") return null;
	const factory = factoryState(model.name, model.sections);
	const state = withCredentialsOf(model, factory, message);
	return factoryCredentials(model, state) || null;
}

function meaningOf({ kind }: Slot, text: string): string | undefined {
	if (kind?.shape.type !== "choice") return undefined;
	return kind.shape.options.find((option) => option.text === text)?.meaning;
}

function maskedText({ text, message, parameters }: CheckReport): string {
	const script = isScriptCall(text) ? readScript(text) : null;
	const read = message ?? script;
	const credentials =
		read === null
			? []
			: message === null
				? [read.code]
				: [read.keyword, read.code];
	const secrets = [
		...credentials,
		...parameters.filter(({ slot }) => slot.secret).map(({ part }) => part),
	].filter((part) => part.text !== "");
	let masked = "";
	let done = 0;
	for (const { start, end } of secrets.toSorted((a, b) => a.start - b.start)) {
		masked += unnumbered(text.slice(done, start)) + MASK;
		done = end;
	}
	return masked + unnumbered(text.slice(done));
}

/** In a message that is wrong a PIN may stand anywhere. */
function unnumbered(text: string): string {
	return withoutAccounts(text).replaceAll(/\d{4,}/g, MASK);
}
