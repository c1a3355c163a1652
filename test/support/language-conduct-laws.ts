/** More laws that run a panel of a language: blanks, partitions, who is heard, faults, secrets. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { CallWording } from "../../grammar/message/message.ts";
import { callWordingOf, composeSlots } from "../../src/derive/compose.ts";
import { credentialsOf } from "../../src/firmware/answer/authorise.ts";
import { interpretCall } from "../../src/firmware/answer/interpret.ts";
import { respond } from "../../src/firmware/respond.ts";
import {
	type LanguageCommand,
	parametersOfRow,
} from "../../src/models/language/language-command.ts";
import type { LanguageRow } from "../../src/models/language/language-file.ts";
import { languageReplyText } from "../../src/models/language/reply-places.ts";
import { factoryState, type PanelState } from "../../src/panel/state/state.ts";
import type { LanguageSettings } from "../../src/panel/state/stored.ts";
import type { Arguments } from "../../src/parameters/command-spec.ts";
import { Misfit } from "../../src/parameters/kind.ts";
import { blank } from "../../src/parameters/parameter.ts";
import { measure } from "../../src/sms/segments.ts";
import { aValueOf, valuesOfAll } from "./arbitraries.ts";
import { composedTexts, type LanguageCase } from "./languages.ts";

const FROM = "+15550101";
const NUMBER = "+15550100";

export function conductLaws(languageCase: LanguageCase, numRuns: number): void {
	const { model, language, factory } = languageCase;
	const { file, dialect, settings } = language;
	const panel = { model, number: NUMBER };
	const composed = composedTexts(languageCase);
	const said = (state: PanelState, text: string, from = FROM) =>
		respond(panel, state, { from, text }, 0);
	const written = (
		state: PanelState,
		command: LanguageCommand,
		args: Arguments,
	) =>
		dialect.write({
			...credentialsOf(model, state, command),
			...callWordingOf(command, composeSlots(command, args)),
		});
	const withSettings = (more: LanguageSettings): PanelState => ({
		...factory,
		stored: { language: { ...factory.stored.language, ...more } },
	});
	/** Settings by chance, but codes and listed numbers as the factory has them. */
	const kept = fc
		.record(
			valuesOfAll(settings.fields) as Record<string, fc.Arbitrary<string>>,
		)
		.map((values) =>
			withSettings(
				Object.fromEntries(
					Object.entries(values).filter(
						([name]) =>
							!file.roles.some(({ code }) => code === name) &&
							name.replace(/[0-9]+$/, "") !== file.listed,
					),
				),
			),
		);

	test("a blank keeps a setting or makes it the first one, and what is left off says nothing", () => {
		const blanks = language.commands.flatMap((command) =>
			parametersOfRow(command.row).flatMap(({ name, blank: policy }) => {
				const setting = settingOf(command.row, name);
				return (policy === "keep" || policy === "clear") && setting !== null
					? [{ command, name, policy, setting }]
					: [];
			}),
		);
		if (blanks.length === 0) return;
		fc.assert(
			fc.property(
				fc.constantFrom(...blanks),
				kept,
				({ command, name, policy, setting }, state) => {
					const given = command.spec.example as Arguments;
					const at = command.slots.findIndex((slot) => slot.name === name);
					const off = Object.fromEntries(
						command.slots
							.slice(0, at)
							.map((slot) => [slot.name, given[slot.name]]),
					) as Arguments;
					const full = fullName(command.row, setting, given);
					const before = state.stored.language ?? {};
					const after = (args: Arguments) => {
						const response = said(state, written(state, command, args));
						return response.verdict.type === "done"
							? response.state.stored.language?.[full]
							: before[full];
					};
					const emptied: { [slot: string]: Arguments[string] } = { ...given };
					emptied[name] = blank;
					const blanked = after(emptied);
					const first = settings.fields[full]?.initial;
					expect(blanked).toBe(policy === "keep" ? before[full] : first);
					// A form that leaves something out is the form with a blank there.
					if (command.row.forms === undefined)
						expect([before[full], blanked]).toContain(after(off));
				},
			),
			{ numRuns },
		);
	});

	test("what names partitions acts on this panel's only one, and another is refused", () => {
		const named = language.commands.flatMap((command) =>
			parametersOfRow(command.row).flatMap(({ name, acts }) => {
				const { kind } = command.slots.find((slot) => slot.name === name) ?? {};
				return acts === undefined || kind == null
					? []
					: [{ command, name, kind, acts }];
			}),
		);
		for (const { command, name, kind, acts } of named)
			for (const each of acts) {
				const value = kind.read(kind.print(each));
				if (value instanceof Misfit) throw new Error(`${name}: ${each}`);
				const args = { ...(command.spec.example as Arguments), [name]: value };
				const { verdict } = said(factory, written(factory, command, args));
				// Something else may be against it: a zone that is not there.
				const codes =
					verdict.type === "error"
						? verdict.diagnostics.map(({ code }) => code)
						: [];
				expect(codes).not.toContain("language/partition");
				expect(["done", "error"]).toContain(verdict.type);
			}
		if (named.length === 0) return;
		const elsewhere = fc.constantFrom(...named).chain((one) =>
			aValueOf(one.kind)
				.filter((value) => !one.acts.includes(String(value)))
				.map((value) => ({ ...one, value })),
		);
		fc.assert(
			fc.property(elsewhere, ({ command, name, value }) => {
				const args = { ...(command.spec.example as Arguments), [name]: value };
				const text = written(factory, command, args);
				const response = said(factory, text);
				const { verdict } = response;
				expect(verdict.type, text).toBe("error");
				if (verdict.type === "error")
					expect(verdict.diagnostics.map(({ code }) => code)).toEqual([
						"language/partition",
					]);
				expect(response.state.stored).toEqual(factory.stored);
				expect(response.state.runtime.mode).toBe("disarm");
				const { refused, done } = command.answers;
				if (refused === null) expect(response.reply).toBe(null);
				else expect(refused).not.toEqual(done);
				const isFixed = refused?.every(
					({ type }) => type === "literal" || type === "echo",
				);
				if (refused !== null && isFixed === true && file.asked !== true)
					expect(response.reply).toBe(
						languageReplyText(refused, {
							word: "",
							echo: text,
							mode: "",
							fault: "",
							parameters: {},
							settings: {},
							open: [],
						}),
					);
			}),
			{ numRuns },
		);
	});

	test("nobody but the numbers that the panel keeps is heard, where it hears only those", () => {
		const { listed } = file;
		if (listed === undefined) return;
		const isPlain =
			settings.fields[`${listed}1`]?.kind.read("+15550199") instanceof Misfit;
		const kept = isPlain ? "15550199" : "+15550199";
		const state = withSettings({ [`${listed}1`]: kept });
		fc.assert(
			fc.property(composed, ({ text }) => {
				const response = said(state, text);
				expect(response.reply).toBe(null);
				expect(response.state.stored).toEqual(state.stored);
				expect(response.state.runtime.mode).toBe(state.runtime.mode);
				expect(said(state, text, "+15550199").verdict.type).toBe(
					said(factory, text).verdict.type,
				);
			}),
			{ numRuns },
		);
	});

	test("no reply shows a code, unless the file says that it does", () => {
		const codes = Object.fromEntries(
			file.roles.map(({ code }, at) => [
				code,
				`${"Q7Z3X9K2".slice(0, lengthOf(file.settings[code]?.kind))}`.replace(
					/[A-Z]/g,
					(sign) =>
						"digits" in (file.settings[code]?.kind ?? {})
							? String((sign.charCodeAt(0) + at) % 10)
							: sign,
				),
			]),
		);
		const state = withSettings(codes);
		fc.assert(
			fc.property(composed, ({ command, args }) => {
				const text = written(state, command, args);
				const { reply } = said(state, text);
				const shows =
					command.row.secret === true ||
					Object.values({ ...file.replies, ...command.row.reply }).some(
						(template) => template?.includes("{echo}"),
					);
				if (reply === null || shows) return;
				for (const code of Object.values(codes))
					if (code.length >= 4 && !JSON.stringify(args).includes(code))
						expect(reply).not.toContain(code);
			}),
			{ numRuns },
		);
	});

	test("every reply fits into an SMS of several parts", () => {
		fc.assert(
			fc.property(composed, kept, ({ command, args }, state) => {
				const { reply } = said(state, written(state, command, args));
				if (reply === null) return;
				expect(measure(reply).parts).toBeLessThan(100);
				const most = file.limits?.reply ?? reply.length;
				expect(reply.length).toBeLessThanOrEqual(most);
			}),
			{ numRuns },
		);
	});

	test("of several commands those are done that the file says, where one is wrong", () => {
		const joins = file.envelopes.some(
			(each) => each.family === "places" && each.calls !== undefined,
		);
		const ours = language.commands.filter(
			({ row }) =>
				(row.role ?? file.roles[0]?.name) === file.roles[0]?.name &&
				!JSON.stringify(row.does ?? "").includes(file.roles[0]?.code ?? "code"),
		);
		const wrong = wrongCalls(languageCase, ours);
		if (!joins || ours.length === 0 || wrong.length === 0) return;
		const some = composedTexts(languageCase, ours);
		fc.assert(
			fc.property(some, some, fc.constantFrom(...wrong), (a, b, bad) => {
				const text = dialect.write({
					...credentialsOf(model, factory, a.command),
					...a.call,
					more: [bad, b.call],
				});
				fc.pre(text.length <= (file.limits?.text ?? text.length));
				fc.pre(dialect.read(text)?.more?.length === 2);
				const first = said(factory, a.text).state;
				const response = said(factory, text);
				const isFirstWrong = said(factory, a.text).verdict.type === "error";
				const expected =
					file.fault === "each"
						? said(first, b.text).state
						: file.fault === "all-or-nothing" || isFirstWrong
							? factory
							: first;
				expect(response.verdict.type).toBe("error");
				expect(response.state.stored, text).toEqual(expected.stored);
				expect(response.state.runtime.mode).toBe(expected.runtime.mode);
			}),
			{ numRuns },
		);
	});

	test("where replies have to be asked for, nothing is said unasked, and the same is done", () => {
		if (file.asked !== true) return;
		fc.assert(
			fc.property(composed, ({ command, call, text }) => {
				fc.pre(command.row.class !== "asks" && command.row.unasked !== true);
				const asking = dialect.write({
					...credentialsOf(model, factory, command),
					...call,
					confirm: true,
				});
				const unasked = said(factory, text);
				if (unasked.verdict.type === "done") expect(unasked.reply).toBe(null);
				expect(unasked.state.stored).toEqual(
					said(factory, asking).state.stored,
				);
			}),
			{ numRuns },
		);
	});

	test("what stands in a command that changes the mode names partitions, or does something", () => {
		const unexplained = language.commands.flatMap(({ row, spec }) =>
			(row.does ?? []).some((effect) => "mode" in effect)
				? parametersOfRow(row)
						.filter(
							({ name, kind, acts }) =>
								acts === undefined &&
								("integer" in kind || "set" in kind || "list" in kind) &&
								!JSON.stringify(row.does).includes(`"${name}"`) &&
								!JSON.stringify(row.does).includes(`"$${name}"`),
						)
						.map(({ name }) => `${spec.word}: ${name}`)
				: [],
		);
		expect(unexplained).toEqual([]);
	});
}

/** The setting that a parameter gives its value, without its number. */
function settingOf(row: LanguageRow, parameter: string): string | null {
	for (const effect of row.does ?? [])
		if ("set" in effect)
			for (const [name, value] of Object.entries(effect.set))
				if (value === `$${parameter}`) return name;
	return null;
}

function fullName(row: LanguageRow, setting: string, args: Arguments): string {
	for (const effect of row.does ?? [])
		if ("set" in effect && effect.at !== undefined && setting in effect.set)
			return `${setting}${String(args[effect.at])}`;
	return setting;
}

function lengthOf(kind: unknown): number {
	const { digits, alphanumeric } = (kind ?? {}) as {
		readonly digits?: readonly number[];
		readonly alphanumeric?: readonly number[];
	};
	return (digits ?? alphanumeric)?.[1] ?? 4;
}

/** Commands that are read and not understood: with another word, or with a value that does not fit. */
function wrongCalls(
	{ model, language }: LanguageCase,
	commands: readonly LanguageCommand[],
): readonly CallWording[] {
	const { dialect } = language;
	const tried: readonly CallWording[] = [
		{ word: "QQQ", slots: [] },
		...commands.flatMap((command) =>
			["99999999", "Q"].map((slot) => {
				const call = callWordingOf(
					command,
					composeSlots(command, command.spec.example as Arguments),
				);
				return { ...call, slots: call.slots.map(() => slot) };
			}),
		),
	];
	return tried.filter((call) => {
		const [command] = commands;
		if (command === undefined) return false;
		const message = dialect.read(
			dialect.write({
				...credentialsOf(model, initialOf(model), command),
				...call,
			}),
		);
		return (
			message !== null && interpretCall(model, message).diagnostics !== null
		);
	});
}

function initialOf(model: LanguageCase["model"]): PanelState {
	return factoryState(model.name, model.sections);
}
