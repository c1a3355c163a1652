import fc from "fast-check";
import { expect, test } from "vitest";
import { plain } from "../../grammar/plain/dialect.ts";
import { bind } from "../../src/derive/bind.ts";
import { composeSlots } from "../../src/derive/compose.ts";
import { plainTextOf } from "../../src/firmware/answer/plain-text.ts";
import { plainWordsOf } from "../../src/models/plain-words.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { plainWords } from "../../src/panel/state/remote-access.ts";
import { isGsm7, septetCount } from "../../src/sms/gsm7.ts";
import { argumentsOf } from "../support/commands.ts";
import { ANNA, BOB, TextedPanel } from "../support/panel-with-people.ts";
import { anyString } from "../support/texts.ts";

const words = [...plainWordsOf(vst2752).values()];

test("what is composed in plain words binds to the same arguments", () => {
	const said = fc
		.constantFrom(...words)
		.chain((command) =>
			fc.record({
				command: fc.constant(command),
				args: argumentsOf(command),
				code: fc.constantFrom("", "1234"),
			}),
		)
		// Text of a kind is wider than what stands between blanks.
		.filter(({ command }) => command.spec.word !== "HELP");
	fc.assert(
		fc.property(said, ({ command, args, code }) => {
			const slots = composeSlots(command, args);
			const { word } = command.spec;
			const text = plain.write({ keyword: "", code, word, slots });
			for (const written of [text, text.toLowerCase(), ` ${text}\n`]) {
				const message = plain.read(written);
				const found = message && plainTextOf(vst2752, [], message);
				expect(found?.command.spec.word).toBe(word);
				expect(found && bind(command, found.message)).toEqual({
					args,
					diagnostics: null,
				});
				expect(found?.message.code.text).toBe(code);
			}
		}),
	);
});

const text = fc.oneof(
	anyString,
	fc
		.tuple(
			fc.constantFrom(...plainWords),
			fc.constantFrom("", " 1", " 3", " 22:30", " ARM", " 99", " -1"),
			fc.constantFrom("", " 1234", " 2222", " 0000", " x"),
		)
		.map((parts) => parts.join("")),
);

const said = fc.record({
	text,
	from: fc.constantFrom(ANNA, ANNA, BOB, "+4912345"),
	wait: fc.integer({ min: 0, max: 400 }),
	open: fc.constantFrom(null, null, 1, 3, 4),
	confirms: fc.boolean(),
});

test("whatever people text, each text has at most one answer, and it is one SMS", () => {
	fc.assert(
		fc.property(fc.array(said, { maxLength: 20 }), (all) => {
			const panel = new TextedPanel();
			for (const { text, from, wait, open, confirms } of all) {
				panel.wait(wait);
				if (open !== null) panel.open(open);
				const texts = confirms ? [text, `${panel.code()}1234`] : [text];
				for (const each of texts) {
					const reply = panel.text(each, from);
					if (reply === null) expect(panel.silence).not.toBeNull();
					else
						expect([isGsm7(reply), septetCount(reply) <= 160]).toEqual([
							true,
							true,
						]);
					if (from === "+4912345") expect(reply).toBeNull();
				}
			}
		}),
		{ numRuns: 200 },
	);
});
