/** The laws that hold for every file of a language, for so many runs. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { callsOf, type Part, wording } from "../../grammar/message/message.ts";
import { interpretCall } from "../../src/firmware/answer/interpret.ts";
import { journalOf } from "../../src/firmware/answer/journal.ts";
import { respond } from "../../src/firmware/respond.ts";
import { blank } from "../../src/parameters/parameter.ts";
import { composedTexts, type LanguageCase } from "./languages.ts";
import { expectSame } from "./same.ts";
import { anyString } from "./texts.ts";

const FROM = "+15550101";
const NUMBER = "+15550100";

/** Laws about texts. */
export function textLaws(languageCase: LanguageCase, numRuns: number): void {
	const { model, language } = languageCase;
	const { dialect, file } = language;
	const composed = composedTexts(languageCase);
	const near = fc
		.tuple(
			composed,
			fc.nat(),
			fc.nat(2),
			fc.constantFrom("", " ", "#", ",", "1", "x", "?"),
		)
		.map(([{ text }, place, cut, patch]) => {
			const at = place % (text.length + 1);
			return text.slice(0, at) + patch + text.slice(at + cut);
		});
	const texts = fc.oneof(
		near,
		composed.map(({ text }) => text),
		anyString,
	);

	test("a composed message is read as its command, with its arguments", () => {
		fc.assert(
			fc.property(composed, ({ command, args, text }) => {
				const message = dialect.read(text);
				if (message === null) throw new Error(`${text} cannot be read`);
				const meant = interpretCall(model, message);
				expectSame(text, meant.diagnostics, null);
				expectSame(text, meant.command?.spec.word, command.spec.word);
				const said = Object.entries(meant.args ?? {}).filter(
					([, value]) => value !== undefined && value !== blank,
				);
				const given = Object.entries(args).filter(
					([, value]) => value !== undefined,
				);
				expectSame(text, Object.fromEntries(said), Object.fromEntries(given));
			}),
			{ numRuns },
		);
	});

	test("what is written is read as it was, and written again the same", () => {
		fc.assert(
			fc.property(composed, ({ text }) => {
				const message = dialect.read(text);
				if (message === null) throw new Error(`${text} cannot be read`);
				expectSame("written again", dialect.write(wording(message)), text);
			}),
			{ numRuns },
		);
	});

	test("any text is read or explained", () => {
		fc.assert(
			fc.property(texts, (text) => {
				const message = dialect.read(text);
				if (message !== null) return;
				const { start, end } = dialect.explain(text);
				const isInIt = 0 <= start && start <= end && end <= text.length;
				expectSame(`${start} to ${end}`, isInIt, true);
			}),
			{ numRuns },
		);
	});

	test("every part is the text at its place, and none lies in another", () => {
		fc.assert(
			fc.property(texts, (text) => {
				const message = dialect.read(text);
				fc.pre(message !== null);
				const parts: Part[] = [message.keyword, message.code];
				for (const { word, index, ask, slots } of callsOf(message)) {
					// The word of a form is the name of its command.
					const named = file.envelopes.some(({ family }) => family === "forms");
					if (!named) parts.push(word);
					for (const part of [index, ask, ...slots])
						if (part !== undefined) parts.push(part);
				}
				for (const part of parts)
					expect(text.slice(part.start, part.end)).toBe(part.text);
				const taken = parts
					.filter(({ text: own }) => own !== "")
					.toSorted((a, b) => a.start - b.start);
				for (const [at, part] of taken.entries())
					expect(part.start).toBeGreaterThanOrEqual(taken[at - 1]?.end ?? 0);
			}),
			{ numRuns },
		);
	});

	test("capitals and small letters of its word are alike, or are not, as the file says", () => {
		const spelled = composed.filter(
			({ command }) =>
				command.row.word !== undefined && /[A-Za-z]/.test(command.row.word),
		);
		if (file.commands.every(({ word }) => word === undefined)) return;
		fc.assert(
			fc.property(spelled, ({ command, call, text }) => {
				const capitals = call.word.toUpperCase();
				const word =
					capitals === call.word ? call.word.toLowerCase() : capitals;
				const other = text.replace(call.word, word);
				const message = dialect.read(other);
				const meant = message === null ? null : interpretCall(model, message);
				const isSame = meant?.command?.spec.word === command.spec.word;
				expect(isSame, other).toBe(file.fold === true);
			}),
			{ numRuns },
		);
	});

	test("a message without its sign at the end is not its command", () => {
		const signed = language.commands.filter(
			({ row }) =>
				row.forms?.[0]?.endsWith("#") ??
				file.envelopes.some(
					(each) =>
						each.family === "places" &&
						each.calls !== undefined &&
						"end" in each.calls,
				),
		);
		if (signed.length === 0) return;
		fc.assert(
			fc.property(
				composedTexts(languageCase, signed),
				fc.nat(),
				({ command, text }, cut) => {
					// What is left of a list may be a shorter one.
					const isList = command.slots.some(
						({ kind }) =>
							kind?.shape.type === "list" && kind.shape.between.includes("#"),
					);
					const left = isList ? text.length - 1 : 1 + (cut % (text.length - 1));
					const short = text.slice(0, left);
					const message = dialect.read(short);
					const meant = message === null ? null : interpretCall(model, message);
					const isSame =
						meant?.diagnostics === null &&
						meant.command.spec.word === command.spec.word;
					expect(isSame, short).toBe(false);
				},
			),
			{ numRuns },
		);
	});
}

/** Laws that run a panel. */
export function panelLaws(languageCase: LanguageCase, numRuns: number): void {
	const { model, language, factory } = languageCase;
	const { file, dialect } = language;
	const panel = { model, number: NUMBER };
	const composed = composedTexts(languageCase);
	const programmed = (state: typeof factory) => state.stored;

	test("a wrong code changes no setting and no mode, and is answered as the file says", () => {
		fc.assert(
			fc.property(composed, ({ command, text }) => {
				const codes = file.roles.map(({ code }) => [code, "zz99"] as const);
				const settings = {
					...factory.stored.language,
					...Object.fromEntries(codes),
				};
				fc.pre(command.row.open !== true);
				const state = { ...factory, stored: { language: settings } };
				const response = respond(panel, state, { from: FROM, text }, 0);
				expect(response.state.stored).toEqual(state.stored);
				expect(response.state.runtime.mode).toBe(state.runtime.mode);
				const template = file.asked === true ? null : file.replies.wrongCode;
				const within = text.length <= (file.limits?.text ?? text.length);
				expect(response.reply).toBe(
					template === null || !within
						? null
						: template.replace("{echo}", () => text.trim()),
				);
			}),
			{ numRuns },
		);
	});

	test("nothing that is told beside the wire quotes the code", () => {
		const secret = file.roles[0]?.code ?? "code";
		const code = String(factory.stored.language?.[secret] ?? "");
		// Two letters stand in other words too.
		if (code.length < 4) return;
		fc.assert(
			fc.property(composed, fc.nat(), ({ text }, place) => {
				fc.pre(text.split(code).length === 2);
				const at = place % (text.length + 1);
				const spoilt = `${text.slice(0, at)}~${text.slice(at)}`;
				const sms = { from: FROM, text: spoilt };
				const response = respond(panel, factory, sms, 0);
				for (const entry of journalOf(panel, factory, sms, response))
					if (entry.step === "refused")
						for (const { message, hint } of entry.diagnostics)
							expect(`${message} ${hint}`).not.toContain(code);
					else if (entry.step === "ignored")
						expect(
							`${entry.diagnostic.message} ${entry.diagnostic.hint}`,
						).not.toContain(code);
			}),
			{ numRuns },
		);
	});

	test("where replies have to be asked for, asking changes the reply and nothing else", () => {
		if (file.asked !== true) return;
		fc.assert(
			fc.property(composed, ({ command, text }) => {
				const message = dialect.read(text);
				if (message === null) throw new Error(`${text} cannot be read`);
				const asking = dialect.write({ ...wording(message), confirm: true });
				fc.pre(asking.length <= (file.limits?.text ?? asking.length));
				expect(dialect.read(asking)?.confirm, asking).toBeDefined();
				const without = respond(panel, factory, { from: FROM, text }, 0);
				const asked = respond(panel, factory, { from: FROM, text: asking }, 0);
				expect(asked.state.stored).toEqual(without.state.stored);
				expect(asked.state.runtime).toEqual(without.state.runtime);
				if (command.row.class !== "asks" && command.row.unasked !== true)
					expect(without.reply).toBeNull();
			}),
			{ numRuns },
		);
	});

	test("a text over the limit changes nothing", () => {
		const { text: most } = file.limits ?? {};
		if (most === undefined) return;
		fc.assert(
			fc.property(composed, ({ text }) => {
				const long = text + " ".repeat(Math.max(0, most + 1 - text.length));
				const response = respond(panel, factory, { from: FROM, text: long }, 0);
				expect(programmed(response.state)).toEqual(programmed(factory));
				expect(response.reply).toBeNull();
			}),
			{ numRuns },
		);
	});

	test("several commands in one message leave the panel as one after the other do", () => {
		const several = file.envelopes.some(
			(envelope) =>
				envelope.family === "places" && envelope.calls !== undefined,
		);
		if (!several) return;
		const [role] = file.roles;
		const setting = language.commands.filter(
			({ row }) =>
				(row.role === undefined || row.role === role?.name) &&
				row.forms === undefined &&
				row.wordIs === undefined &&
				// Who has changed the code or the numbers that are heard is not heard again.
				![file.roles[0]?.code, file.listed, file.trusted].some(
					(name) =>
						name !== undefined &&
						JSON.stringify(row.does ?? "").includes(`"${name}"`),
				),
		);
		if (setting.length === 0) return;
		const some = composedTexts(languageCase, setting);
		fc.assert(
			fc.property(some, some, (a, b) => {
				const code = String(file.settings[role?.code ?? ""]?.initial ?? "");
				const keyword = role?.keyword ?? "";
				const both = dialect.write({
					keyword,
					code,
					...a.call,
					more: [b.call],
				});
				fc.pre(both.length <= (file.limits?.text ?? both.length));
				const step = (state: typeof factory, text: string) =>
					respond(panel, state, { from: FROM, text }, 0);
				const first = step(factory, a.text);
				const second = step(first.state, b.text);
				const together = step(factory, both);
				const failed = first.verdict.type === "error";
				const rest = failed && file.fault !== "each" ? first : second;
				const isVoid =
					file.fault === "all-or-nothing" &&
					(failed || second.verdict.type === "error");
				expect(programmed(together.state)).toEqual(
					programmed(isVoid ? factory : rest.state),
				);
			}),
			{ numRuns },
		);
	});
}
