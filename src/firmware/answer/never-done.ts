import type { Diagnostic } from "../../../grammar/message/diagnostic.ts";
import {
	type Call,
	callsOf,
	type Message,
	type Part,
} from "../../../grammar/message/message.ts";
import type { MessageLanguage } from "../../models/language/language.ts";
import { neverDeed } from "../../models/language/language-happenings.ts";
import type { Model } from "../../models/model.ts";
import { neverDone as neverDoneByPanel } from "../../panel/never-done.ts";
import { fields } from "../../panel/state/fields.ts";
import type { DiagnosticCode } from "../../parameters/diagnostic-codes.ts";
import { type Kind, Misfit, type Value } from "../../parameters/kind.ts";
import { isNamed, type LanguageRole, needsNoCode } from "./authorise.ts";
import { interpret, interpretCall } from "./interpret.ts";
import { overLimit } from "./respond-in-language.ts";
import { wrongRole } from "./respond-to-calls.ts";
import { refusalDiagnostic } from "./respond-to-installer.ts";
import { codeNames } from "./silence-reasons.ts";

/** What is against a message, whatever the state of the panel that gets it. */
export interface Never {
	/** On every panel of the model: none of them does it. */
	readonly diagnostics: readonly Diagnostic[];
	/** On the simulated panel only: one of the maker may do it. */
	readonly simulated: readonly Diagnostic[];
}

/**
 * Why no panel of a model does what a message says, whatever its users, settings and
 * credentials are. Of what hangs on the panel nothing is said. Pure and total.
 *
 * @param text what `message` was read from
 */
export function neverDone(model: Model, message: Message, text: string): Never {
	const { language } = model;
	return language === null
		? {
				diagnostics: [
					...impossibleHead(model, message),
					...againstOwn(model, message, text),
				],
				simulated: [],
			}
		: inLanguage(model, language, message, text);
}

/**
 * Why no panel of a model is let in with these; null where one may be.
 * @param keyword "" where the model has none
 */
export function impossibleAccess(
	model: Model,
	{ keyword, code }: { readonly keyword: string; readonly code: string },
): string | null {
	const { language } = model;
	const hasKeyword =
		language === null
			? model.dialect.hasKeyword
			: language.file.roles.some((role) => role.keyword !== undefined);
	if (!hasKeyword && keyword !== "")
		return `P-Word: messages of ${model.name} have none`;
	const part = (text: string): Part => ({ text, start: 0, end: text.length });
	const head = { keyword: part(keyword), code: part(code) };
	if (language === null) return impossibleHead(model, head)[0]?.message ?? null;
	const { roles } = language.file;
	const named = roles.filter((role) => isNamed(language, role, head));
	if (named.length === 0)
		return `P-Word: one of ${roles.map((role) => role.keyword).join(", ")}`;
	return impossibleCode(language, named, head.code)[0]?.message ?? null;
}

/** A P-Word or a code that no panel of the model can have. */
function impossibleHead(
	{ dialect, credential, limits }: Model,
	{ keyword, code }: Pick<Message, "keyword" | "code">,
): readonly Diagnostic[] {
	const kindOf = (name: keyof typeof fields): Kind<Value> =>
		limits[name] ?? fields[name].kind;
	const codeKind = {
		"installer-code": kindOf("installerCode"),
		"user-pin": kindOf("userPin"),
		"access-code": kindOf("accessCode"),
		"language-code": null,
	}[credential];
	return [
		...(dialect.hasKeyword
			? misfitting("keyword", "P-Word", keyword, kindOf("keyword"))
			: []),
		...(codeKind === null
			? []
			: misfitting("code", codeNames[credential], code, codeKind)),
	];
}

function misfitting(
	which: "keyword" | "code",
	label: string,
	{ text, start, end }: Part,
	kind: Kind<Value>,
): readonly Diagnostic[] {
	const read = kind.read(text);
	if (!(read instanceof Misfit)) return [];
	const message = `${label}: ${kind.rule}, ${read.found}`;
	const { hint } = read;
	return [
		{ code: `message/${which}`, message, hint, start, end, parameter: null },
	];
}

function againstOwn(
	model: Model,
	message: Message,
	text: string,
): readonly Diagnostic[] {
	const { command, args, diagnostics } = interpret(model, message, text);
	if (diagnostics !== null) return diagnostics;
	const event = command.spec.toEvent?.(args);
	if (event === undefined) return [];
	const isInstallers = model.credential === "installer-code";
	const known = isInstallers ? message.code.text : null;
	const refusal = neverDoneByPanel(event, known);
	return refusal === null ? [] : [refusalDiagnostic(command, message, refusal)];
}

function inLanguage(
	model: Model,
	language: MessageLanguage,
	message: Message,
	text: string,
): Never {
	const { roles } = language.file;
	const named = roles.filter((role) => isNamed(language, role, message));
	const over = overLimit(language, text, message);
	const mayLack =
		language.file.trusted !== undefined || needsNoCode(language, message);
	const head = [
		...(over === null ? [] : [over]),
		...(mayLack && message.code.text === ""
			? []
			: impossibleCode(language, named, message.code)),
	];
	const meant = interpret(model, message, text);
	if (meant.diagnostics !== null)
		return { diagnostics: [...head, ...meant.diagnostics], simulated: [] };
	const against = callsOf(message).flatMap((call) =>
		againstCall(model, language, call, named),
	);
	return {
		diagnostics: [...head, ...against.filter((each) => !isOfSimulation(each))],
		simulated: against.filter(isOfSimulation),
	};
}

/** A code that none of the roles can have, or none. */
function impossibleCode(
	language: MessageLanguage,
	named: readonly LanguageRole[],
	code: Part,
): readonly Diagnostic[] {
	if (code.text === "")
		return [{ ...atCode(code), message: "code: missing", hint: null }];
	if (named.some((role) => canBeCode(language, role, code.text))) return [];
	const { kind } = language.settings.fields[named[0]?.code ?? ""] ?? {};
	const read = kind?.read(code.text);
	if (kind === undefined || !(read instanceof Misfit)) return [];
	const { found, hint } = read;
	return [{ ...atCode(code), message: `code: ${kind.rule}, ${found}`, hint }];
}

/** Whether a panel can have this as the code of a role, however it is spelled. */
function canBeCode(
	{ file: { fold }, settings }: MessageLanguage,
	role: LanguageRole,
	code: string,
): boolean {
	const { kind, initial } = settings.fields[role.code] ?? {};
	const spellings =
		fold === true ? [code, code.toUpperCase(), code.toLowerCase()] : [code];
	// The factory's may be one that no message can set.
	return spellings.some(
		(each) => each === String(initial) || !(kind?.read(each) instanceof Misfit),
	);
}

function atCode({ start, end }: Part) {
	return { code: "message/code", start, end, parameter: null } as const;
}

function againstCall(
	model: Model,
	language: MessageLanguage,
	call: Call,
	named: readonly LanguageRole[],
): readonly Diagnostic[] {
	const { command: found, args } = interpretCall(model, call);
	const command = language.commands.find(
		({ spec }) => spec.word === found?.spec.word,
	);
	if (command === undefined || args === null) return [];
	const { role } = command.row;
	const refusal =
		role !== undefined && !named.some(({ name }) => name === role)
			? wrongRole(role)
			: neverDeed(language, command, args);
	return refusal === null ? [] : [refusalDiagnostic(command, call, refusal)];
}

/** Whether a rule is a limit of the simulation, and none of the maker's. */
function isOfSimulation({ code }: Diagnostic): boolean {
	return ofSimulation.has(code);
}

const ofSimulation: ReadonlySet<string> = new Set([
	"language/partition",
	"language/unknown",
	"language/zone",
] satisfies readonly DiagnosticCode[]);
