import { shown } from "../../grammar/message/terminal-text.ts";
import { isScriptCall, read as readScript } from "../../grammar/script/read.ts";
import { MASK } from "../derive/secrets.ts";
import { blankEffect, usage } from "../derive/usage.ts";
import type { Kind, Value } from "../parameters/kind.ts";
import type { CheckReport, Judge } from "./check-message.ts";
import type { Colors } from "./colors.ts";
import { drawn } from "./explain-entry.ts";
import { provenanceText } from "./provenance-text.ts";

/** A check for people: the verdict, each field, what it costs to send. */
export function checkText(report: CheckReport, colors: Colors): string {
	const { dim, green, red } = colors;
	const { model, text, verdict, ok, judged, command, parameters, sms } = report;
	const lines = [
		ok
			? `${green(verdict)}: ${shown(text)}`
			: [red(verdict), ...drawn(text, report.diagnostics, colors)].join("\n"),
	];
	if (command !== null) {
		lines.push(`${usage(command)}  ${command.spec.help}`);
		lines.push(dim(provenanceText(model, command)));
		const width = Math.max(
			0,
			...parameters.map(({ slot }) => slot.name.length),
		);
		for (const { slot, action, part } of parameters)
			lines.push(
				`  ${slot.name.padEnd(width)}  ${actionText(slot.name, action).padEnd(6)}  ${
					action === "set" && part.text !== ""
						? shown(meaningOf(slot.kind, part.text))
						: dim(
								action === "absent"
									? "says nothing"
									: `a blank ${blankEffect(slot)}`,
							)
				}`,
			);
	}
	lines.push(
		dim(
			`${sms.characters} characters, ${sms.alphabet}, ${sms.parts} SMS; ${judges[judged](model.name)}`,
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

/** `02 entry`: a choice with its meaning. */
function meaningOf(kind: Kind<Value> | null, text: string): string {
	if (kind?.shape.type !== "choice") return text;
	const option = kind.shape.options.find((each) => each.text === text);
	return option === undefined ? text : `${text} ${option.meaning}`;
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
export function checkJson(report: CheckReport, showSecrets: boolean) {
	const { command, parameters, sms } = report;
	return {
		verdict: report.verdict,
		ok: report.ok,
		text: showSecrets ? report.text : maskedText(report),
		model: report.model.name,
		judged: report.judged,
		command: report.message?.word.text ?? null,
		provenance: command?.provenance ?? null,
		source: command?.spec.source ?? null,
		parameters: parameters.map(({ slot, action, part }) => ({
			name: slot.name,
			action,
			value: part.text !== "" && slot.secret && !showSecrets ? MASK : part.text,
			start: part.start,
			end: part.end,
		})),
		sms: {
			characters: sms.characters,
			alphabet: sms.alphabet,
			parts: sms.parts,
		},
		diagnostics: report.diagnostics,
	};
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
	return text.replaceAll(/\d{4,}/g, MASK);
}
