/** More laws about texts of a language: what is left between the parts, several commands, Chevrotain. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { layoutsOf } from "../../grammar/families/family-dialect.ts";
import { modesOf } from "../../grammar/families/layout.ts";
import { layoutGrammar } from "../../grammar/families/layout-parser.ts";
import { walk } from "../../grammar/families/walk.ts";
import { callsOf, type Part } from "../../grammar/message/message.ts";
import { familyLanguageOf } from "../../src/models/language-model.ts";
import { composedTexts, type LanguageCase } from "./languages.ts";
import { anyString } from "./texts.ts";

/** Signs that separate in one language or another. */
const SIGNS = ",;:#*_=.+ -/?!'\"\n";

/** @param separators how many of each sign make a text that must not be slow to read */
export function readingLaws(
	languageCase: LanguageCase,
	numRuns: number,
	separators: number,
): void {
	const { language } = languageCase;
	const { dialect, file } = language;
	const composed = composedTexts(languageCase);

	test("what lies between the parts is what the file says, and blanks", () => {
		const own = new Set(
			[
				JSON.stringify(file.envelopes),
				...file.commands.flatMap(({ forms = [] }) => forms),
			]
				.join("")
				.toUpperCase(),
		);
		fc.assert(
			fc.property(
				fc.oneof(
					composed.map(({ text }) => text),
					anyString,
				),
				(text) => {
					const message = dialect.read(text);
					fc.pre(message !== null);
					const parts: Part[] = [message.keyword, message.code];
					if (message.confirm !== undefined) parts.push(message.confirm);
					for (const { word, index, ask, slots, stray } of callsOf(message)) {
						// The word of a form is the name of its command.
						if (text.slice(word.start, word.end) === word.text)
							parts.push(word);
						for (const part of [index, ask, ...slots, stray])
							if (part != null) parts.push(part);
					}
					let between = text;
					for (const { start, end } of parts)
						between =
							between.slice(0, start) +
							" ".repeat(end - start) +
							between.slice(end);
					const strange = [...between.toUpperCase()].filter(
						(sign) => !own.has(sign) && sign.trim() !== "",
					);
					expect(strange).toEqual([]);
				},
			),
			{ numRuns },
		);
	});

	test("two messages joined are read as the commands of both", () => {
		const joins = file.envelopes.some(
			(each) => each.family === "places" && each.calls !== undefined,
		);
		if (!joins) return;
		fc.assert(
			fc.property(composed, composed, (a, b) => {
				fc.pre(a.command.row.role === b.command.row.role);
				// A name that people gave tells nobody where a command begins.
				fc.pre(b.command.row.wordIs === undefined);
				// A command with a form of its own stands alone in its message.
				fc.pre(a.command.row.forms === undefined);
				fc.pre(b.command.row.forms === undefined);
				const role =
					file.roles.find(({ name }) => name === a.command.row.role) ??
					file.roles[0];
				const text = dialect.write({
					keyword: role?.keyword ?? "",
					code: String(file.settings[role?.code ?? ""]?.initial ?? ""),
					...a.call,
					more: [b.call],
				});
				const both = dialect.read(text);
				const one = dialect.read(a.text);
				const other = dialect.read(b.text);
				if (both === null || one === null || other === null)
					throw new Error(`${text} cannot be read`);
				// What stands in no form of its own has no words to tell where it ends.
				expect(wordsOf(callsOf(both)), text).toEqual(
					wordsOf([...callsOf(one), ...callsOf(other)]),
				);
			}),
			{ numRuns },
		);
	});

	test("Chevrotain finds its grammar right, and takes apart the same texts", () => {
		for (const layout of layoutsOf(familyLanguageOf(file))) {
			const { lexer, parser } = layoutGrammar(layout, true);
			const start = modesOf(layout);
			fc.assert(
				fc.property(
					fc.oneof(
						composed.map(({ text }) => text),
						anyString,
					),
					(text) => {
						const { stop } = walk(text, start);
						const { tokens, errors } = lexer.tokenize(text);
						const isRead = errors.length === 0 && parser.accepts(tokens);
						expect(isRead, text).toBe(stop === null);
					},
				),
				{ numRuns },
			);
		}
	});

	test("a long text of any separator is read or explained", () => {
		for (const sign of SIGNS) {
			const text = sign.repeat(separators);
			if (dialect.read(text) !== null) continue;
			const { start, end } = dialect.explain(text);
			expect(0 <= start && start <= end && end <= text.length).toBe(true);
		}
	});
}

/** As texts, without their places. A list may stand as one slot or as several. */
function wordsOf(calls: ReturnType<typeof callsOf>) {
	return calls.map(({ word, index, ask, slots }) => ({
		word: word.text,
		index: index?.text,
		ask: ask !== undefined,
		slots: slots.map(({ text }) => text),
	}));
}
