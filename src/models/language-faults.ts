import { layoutsOf } from "../../grammar/families/family-dialect.ts";
import { readTemplate } from "../../grammar/families/template.ts";
import { messageOf } from "../error-message.ts";
import { Misfit, type Value } from "../parameters/kind.ts";
import {
	effectFaults,
	type FaultReport,
	replyFaults,
} from "./language/effect-faults.ts";
import { kindOf } from "./language/file-kind.ts";
import { parametersOfRow } from "./language/language-command.ts";
import type { LanguageFile, LanguageRow } from "./language/language-file.ts";
import { isSecretName } from "./language/language-settings.ts";
import {
	exampleFaults,
	type LanguageFault,
	namesTwice,
} from "./language-examples.ts";
import { familyLanguageOf, languageModel } from "./language-model.ts";

/**
 * What is wrong with a file that fits its schema: names of nothing, commands that
 * cannot be told apart, examples that do not read. Empty where it can be used.
 */
export function languageFaults(file: LanguageFile): readonly LanguageFault[] {
	const faults: LanguageFault[] = [];
	const report: FaultReport = (path, rule) => faults.push({ path, rule });
	settingFaults(file, report);
	joinedFaults(file, report);
	for (const [at, row] of file.commands.entries())
		rowFaults(file, row, at, report);
	namesTwice(file, report);
	if (faults.length > 0) return faults;
	try {
		layoutsOf(familyLanguageOf(file));
		exampleFaults(file, languageModel(file), report);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		report(["commands"], messageOf(error));
	}
	return faults;
}

function settingFaults(file: LanguageFile, report: FaultReport): void {
	const { settings, roles, listed, trusted } = file;
	const { lists = {}, signed, fold = false } = file;
	for (const [name, { kind, initial }] of Object.entries(settings)) {
		const read = kindOf(kind, { fold, excluded: "", between: "" });
		if (initial !== "" && !isOf(read, initial))
			report(["settings", name, "initial"], `${read.rule}, or an empty text`);
	}
	const known = (name: string, path: readonly PropertyKey[]) => {
		const setting = Object.hasOwn(settings, name) ? settings[name] : undefined;
		if (setting === undefined) report(path, `there is no setting ${name}`);
		return setting;
	};
	const counted = (name: string, path: readonly PropertyKey[]) => {
		const setting = known(name, path);
		if (setting !== undefined && setting.count === undefined)
			report(path, `${name} has no count`);
	};
	for (const [at, { code }] of roles.entries()) {
		known(code, ["roles", at, "code"]);
		if (!isSecretName(code))
			report(
				["roles", at, "code"],
				"a setting for a code is named code or ends in Code",
			);
	}
	if (listed !== undefined) counted(listed, ["listed"]);
	if (trusted !== undefined) counted(trusted, ["trusted"]);
	if (signed !== undefined) known(signed.setting, ["signed", "setting"]);
	for (const [name, list] of Object.entries(lists))
		counted(list.of, ["lists", name, "of"]);
}

/** Whether a kind has a value: a number, say, is none of a kind whose values are texts. */
function isOf(kind: ReturnType<typeof kindOf>, value: Value): boolean {
	const { shape } = kind;
	if (typeof value === "string") return !(kind.read(value) instanceof Misfit);
	if (shape.type === "choice")
		return shape.options.some((option) => option.value === value);
	return (
		shape.type === "integer" && kind.read(kind.print(value as never)) === value
	);
}

/** What is wrong with saying that commands stand in one message. */
function joinedFaults(file: LanguageFile, report: FaultReport): void {
	if (file.joined === undefined) return;
	sourceFaults(file, file.joined.source, ["joined", "source"], report);
	const isPossible = file.envelopes.some(
		(envelope) => envelope.family === "places" && envelope.calls !== undefined,
	);
	if (!isPossible)
		report(["joined"], "no envelope has calls, so that nothing can be joined");
}

function sourceFaults(
	{ sources }: LanguageFile,
	named: string,
	path: readonly PropertyKey[],
	report: FaultReport,
): void {
	for (const tag of named.split(" "))
		if (!Object.hasOwn(sources, tag)) report(path, `there is no source ${tag}`);
}

function rowFaults(
	file: LanguageFile,
	row: LanguageRow,
	at: number,
	report: FaultReport,
): void {
	const here = (...path: PropertyKey[]) => ["commands", at, ...path];
	sourceFaults(file, row.source, here("source"), report);
	for (const [nth, { kind }] of parametersOfRow(row).entries())
		if ("constant" in kind && kind.constant === "")
			report(
				here("params", nth, "kind"),
				"an empty constant stands only as a part of a value",
			);
	const { word, wordIs, forms } = row;
	if ([word, wordIs, forms].filter((each) => each !== undefined).length !== 1)
		report(here(), "a command has either a word or forms");
	observedFaults(row, here("observed"), report);
	if (wordIs !== undefined && (row.name === undefined || row.index))
		report(
			here("wordIs"),
			"a command whose word is a parameter has a name, and no number behind the word",
		);
	const family = forms === undefined ? "places" : "forms";
	if (!file.envelopes.some((envelope) => envelope.family === family))
		report(here(), `there is no envelope of the family ${family}`);
	const names = parametersOfRow(row).map(({ name }) => name);
	if (new Set(names).size < names.length)
		report(here("params"), "a name stands there twice");
	if (
		row.role !== undefined &&
		!file.roles.some(({ name }) => name === row.role)
	)
		report(here("role"), `there is no role ${row.role}`);
	formFaults(row, names, here("forms"), report);
	separatorFaults(file, row, here("params"), report);
	for (const [nth, effect] of (row.does ?? []).entries())
		effectFaults(file, effect, names, here("does", nth), report);
	for (const name of row.needs?.same ?? [])
		if (!names.includes(name))
			report(here("needs", "same"), `there is no parameter ${name}`);
	if (row.answers !== undefined && !names.includes(row.answers))
		report(here("answers"), `there is no parameter ${row.answers}`);
	const needed = row.needs?.setting?.[0];
	if (needed !== undefined && !Object.hasOwn(file.settings, needed))
		report(here("needs", "setting"), `there is no setting ${needed}`);
	for (const [outcome, text] of Object.entries(row.reply ?? {}))
		if (text != null)
			replyFaults(file, row, text, names, here("reply", outcome), report);
	for (const name of Object.keys(row.example))
		if (!names.includes(name))
			report(here("example"), `there is no parameter ${name}`);
}

/** What was seen was seen at a panel, and what was seen at one is marked so. */
function observedFaults(
	{ mark, replyMark, observed }: LanguageRow,
	path: readonly PropertyKey[],
	report: FaultReport,
): void {
	const isSeen = mark === "observed" || replyMark === "observed";
	if (isSeen && observed === undefined)
		report(path, "say at which panel it was seen");
	if (!isSeen && observed !== undefined)
		report(path, "no mark says that it was observed");
}

function formFaults(
	{ forms = [] }: LanguageRow,
	names: readonly string[],
	path: readonly PropertyKey[],
	report: FaultReport,
): void {
	for (const [at, form] of forms.entries()) {
		try {
			readTemplate(form);
		} catch (error) {
			report([...path, at], messageOf(error));
			continue;
		}
		const used = [...form.matchAll(/\{([^}]*)\}/g)].map(
			([, name = ""]) => name,
		);
		for (const name of used)
			if (name !== "code" && name !== "confirm" && !names.includes(name))
				report([...path, at], `there is no parameter ${name}`);
		for (const name of names)
			if (!used.includes(name)) report([...path, at], `${name} stands nowhere`);
	}
}

/** A value that holds what separates could not be told from two. */
function separatorFaults(
	{ envelopes }: LanguageFile,
	{ params = [], word }: LanguageRow,
	path: readonly PropertyKey[],
	report: FaultReport,
): void {
	if (word === undefined) return;
	const separators = envelopes.flatMap((envelope) =>
		envelope.family === "places"
			? envelope.order.flatMap((place) =>
					place.is === "slots" ? (place.between ?? []) : [],
				)
			: [],
	);
	const many = params.filter(({ rest }) => rest === true);
	if (many.length > 1) report(path, "only one parameter takes the rest");
	for (const [at, { kind, rest }] of params.entries()) {
		const own =
			"list" in kind
				? kind.list.between
				: "tuple" in kind
					? kind.tuple.between
					: null;
		if (own !== null && separators.includes(own) && rest !== true)
			report(
				[...path, at, "kind"],
				`${JSON.stringify(own)} separates parameters; a value that holds it takes the rest`,
			);
		const behind = params.slice(at + 1);
		if (
			rest === true &&
			behind.some(
				({ kind: other, blank = "required" }) =>
					blank !== "required" || !("constant" in other || "choice" in other),
			)
		)
			report(
				[...path, at, "rest"],
				"behind the parameter that takes the rest only words stand that have to be given",
			);
	}
}
