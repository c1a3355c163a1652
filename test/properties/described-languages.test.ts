import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { familyDialect } from "../../grammar/families/family-dialect.ts";
import { mobile } from "../../grammar/mobile/dialect.ts";
import { pword } from "../../grammar/pword/dialect.ts";
import { describedMobile, describedPword } from "../support/described.ts";
import {
	anyString,
	mobileWording,
	nearMessages,
	pwordWording,
} from "../support/texts.ts";

describe.each([
	{ written: pword, described: describedPword, wordings: pwordWording },
	{ written: mobile, described: describedMobile, wordings: mobileWording },
])(
	"$written.name, as a file describes it",
	({ written, described, wordings }) => {
		const generated = familyDialect(described);
		const texts = fc.oneof(
			anyString,
			wordings.map(written.write),
			nearMessages(wordings, written.write),
		);

		test("reads every text as the reader written by hand does", () => {
			fc.assert(
				fc.property(texts, (text) => {
					expect(generated.read(text)).toEqual(written.read(text));
				}),
				{ numRuns: 3000 },
			);
		});

		test("writes every message as the writer written by hand does", () => {
			fc.assert(
				fc.property(wordings, (wording) => {
					expect(generated.write(wording)).toBe(written.write(wording));
				}),
				{ numRuns: 1000 },
			);
		});
	},
);
