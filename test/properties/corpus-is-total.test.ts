import fc from "fast-check";
import { expect, test } from "vitest";
import { drawCaret } from "../../grammar/message/caret.ts";
import { readLine } from "../../grammar/transcript/read.ts";
import type { Conversation } from "../../src/conversation/conversation.ts";
import { conversationSchema } from "../../src/conversation/conversation-schema.ts";
import { corpusFaultText } from "../../src/conversation/corpus-fault.ts";
import { readJsonLine } from "../../src/conversation/json-line.ts";
import { readTranscript } from "../../src/conversation/read-transcript.ts";
import { writeJsonLine } from "../../src/conversation/write-json-line.ts";
import { writeTranscript } from "../../src/conversation/write-transcript.ts";
import { conversation } from "../support/conversations.ts";
import { anyString } from "../support/texts.ts";

const marks = fc.constantFrom(
	...'><@!?#\\/ \n"{[+-',
	"id ",
	"model vst-2752",
	"seed 1",
	"channel ",
	"@ +30s",
	"@ 2026-11-20",
	"? runtime.mode ",
	"{{pin}}",
	"...",
);

/** Lines that begin like those of a transcript, and any others. */
const lineTexts = fc
	.tuple(fc.array(marks, { maxLength: 4 }), anyString)
	.map(([pieces, rest]) => pieces.join("") + rest.slice(0, 8));

/** A written conversation, damaged at one place. */
const damaged = (write: (c: Conversation) => string) =>
	fc
		.tuple(
			conversation.map(write),
			fc.nat(),
			fc.nat(3),
			fc.oneof(marks, anyString),
		)
		.map(([text, place, cut, patch]) => {
			const at = place % (text.length + 1);
			return text.slice(0, at) + patch.slice(0, 4) + text.slice(at + cut);
		});

test("every line is one of a transcript, its parts in place, or a fault in the line", () => {
	fc.assert(
		fc.property(
			lineTexts.map((text) => text.replaceAll("\n", "")),
			(text) => {
				const line = readLine(text);
				if (line.type === "blank") return;
				const spans =
					line.type === "fault"
						? [line.diagnostic]
						: Object.values(line).filter((part) => typeof part === "object");
				for (const span of spans) {
					if (span === null) continue;
					expect(span.start).toBeGreaterThanOrEqual(0);
					expect(span.end).toBeGreaterThanOrEqual(span.start);
					expect(span.end).toBeLessThanOrEqual(text.length);
				}
				if (line.type === "fault") drawCaret(text, line.diagnostic);
			},
		),
		{ numRuns: 2000 },
	);
});

test("every text is a corpus of transcripts, or has faults with their places", () => {
	fc.assert(
		fc.property(fc.oneof(lineTexts, damaged(writeTranscript)), (text) => {
			for (const { fault } of readTranscript(text, "corpus.smst"))
				if (fault !== null)
					expect(corpusFaultText(fault)).toMatch(/^corpus\.smst:\d+:\d+: /);
		}),
		{ numRuns: 1000 },
	);
});

test("a line of JSON is read where the schema accepts it, and nowhere else", () => {
	fc.assert(
		fc.property(
			fc.oneof(anyString, fc.json(), damaged(writeJsonLine)),
			(text) => {
				const { fault } = readJsonLine(text);
				if (fault !== null) drawCaret(text, fault.diagnostic);
				// What the panel's step language and the order of time say is not the
				// schema's business.
				if (/^corpus\/(event|time)$/.test(fault?.diagnostic.code ?? "")) return;
				expect(fault === null).toBe(acceptedBySchema(text));
			},
		),
		{ numRuns: 1000 },
	);
});

function acceptedBySchema(text: string): boolean {
	try {
		return conversationSchema.safeParse(JSON.parse(text)).success;
	} catch {
		return false;
	}
}
