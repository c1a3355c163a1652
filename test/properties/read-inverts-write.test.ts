import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wording } from "../../grammar/message/message.ts";
import { everyDialect } from "../support/dialects.ts";

describe.each(everyDialect)("in $dialect.name", ({ dialect, wordings }) => {
	test("what is written reads the same", () => {
		fc.assert(
			fc.property(wordings, (written) => {
				const message = dialect.read(dialect.write(written));
				expect(message?.stray).toBeNull();
				expect(message && wording(message)).toEqual(written);
			}),
		);
	});

	test("a canonical text is written the same again", () => {
		fc.assert(
			fc.property(wordings, (written) => {
				const text = dialect.write(written);
				const message = dialect.read(text);
				expect(message && dialect.write(wording(message))).toBe(text);
			}),
		);
	});
});
