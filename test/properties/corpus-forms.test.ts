import fc from "fast-check";
import { expect, test } from "vitest";
import { readJsonLine } from "../../src/conversation/json-line.ts";
import {
	canonical,
	fitted,
	literally,
} from "../../src/conversation/pattern.ts";
import { readTranscript } from "../../src/conversation/read-transcript.ts";
import { writeJsonLine } from "../../src/conversation/write-json-line.ts";
import { writeTranscript } from "../../src/conversation/write-transcript.ts";
import { conversation, pattern } from "../support/conversations.ts";
import { anyString } from "../support/texts.ts";

test("what is written as transcripts is read back as the same conversations", () => {
	fc.assert(
		fc.property(
			fc.array(conversation, { minLength: 1, maxLength: 3 }),
			(conversations) => {
				const text = conversations.map(writeTranscript).join("\n");
				const found = readTranscript(text, "corpus.smst");
				expect(
					found.map(({ located, fault }) => located?.conversation ?? fault),
				).toEqual(conversations);
			},
		),
		{ numRuns: 500 },
	);
});

test("what is written as a line of JSON is read back as the same conversation", () => {
	fc.assert(
		fc.property(conversation, (written) => {
			expect(readJsonLine(writeJsonLine(written))).toEqual({
				conversation: written,
				fault: null,
			});
		}),
		{ numRuns: 500 },
	);
});

test("a literal pattern fits its own text and nothing else", () => {
	fc.assert(
		fc.property(anyString, anyString, (text, other) => {
			fc.pre(text !== "");
			const written = literally(text);
			expect(canonical(written)).toBe(written);
			expect(fitted(written, text, new Map())).not.toBeNull();
			expect(fitted(written, other, new Map()) !== null).toBe(text === other);
		}),
	);
});

test("there is one way to write a pattern", () => {
	fc.assert(
		fc.property(pattern, (written) => {
			expect(canonical(written)).toBe(written);
		}),
	);
});
