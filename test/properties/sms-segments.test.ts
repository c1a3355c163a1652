import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isGsm7, septetCount } from "../../src/sms/gsm7.ts";
import { encodeOutgoingSms } from "../../src/sms/outgoing-sms.ts";
import { decodePdu } from "../../src/sms/pdu.ts";
import { measure, splitText } from "../../src/sms/segments.ts";
import { textOf } from "../../src/sms/user-data.ts";
import { smsText } from "../support/sms-arbitraries.ts";

const cuts = fc.option(fc.integer({ min: 2, max: 200 }), { nil: undefined });
const ties = fc.constantFrom(
	"8-bit" as const,
	"16-bit" as const,
	"none" as const,
);

describe("a text of any length", () => {
	test("is its segments joined", () => {
		fc.assert(
			fc.property(smsText(700), cuts, ties, (text, cut, tie) => {
				const segments = splitText(text, cut, tie);
				expect(segments.map((segment) => segment.text).join("")).toBe(text);
				expect(segments.map(({ number }) => number)).toEqual(
					segments.map((_, index) => index + 1),
				);
				expect(measure(text, cut, tie).parts).toBe(segments.length);
			}),
		);
	});

	test("is cut nowhere within a pair, and no segment is longer than it may be", () => {
		fc.assert(
			fc.property(smsText(700), cuts, ties, (text, cut = 1000, tie) => {
				const gsm7 = isGsm7(text);
				const [single, tied] = gsm7 ? [160, 153] : [70, 67];
				const segments = splitText(text, cut, tie);
				for (const { text: piece, total } of segments) {
					const room = total === 1 || tie === "none" ? single : tied;
					const length = gsm7 ? septetCount(piece) : piece.length;
					expect(length).toBeLessThanOrEqual(Math.min(room, cut));
				}
				for (const [index, { text: piece }] of segments.entries()) {
					const next = segments[index + 1]?.text ?? "";
					const seam = piece.slice(-1) + next.slice(0, 1);
					expect(seam).not.toMatch(/^[\ud800-\udbff][\udc00-\udfff]$/);
				}
			}),
		);
	});

	test("fills each segment: what begins the next did not fit", () => {
		fc.assert(
			fc.property(smsText(700), (text) => {
				const gsm7 = isGsm7(text);
				const segments = splitText(text);
				for (const [index, { text: piece }] of segments.entries()) {
					const [first] = segments[index + 1]?.text ?? "";
					if (first === undefined) continue;
					const longer = piece + first;
					const length = gsm7 ? septetCount(longer) : longer.length;
					expect(length).toBeGreaterThan(gsm7 ? 153 : 67);
				}
			}),
		);
	});

	test("comes out of the PDUs that it goes into", () => {
		fc.assert(
			fc.property(smsText(700), cuts, ties, (text, cut, tie) => {
				const to = "+31612345678";
				const pdus = encodeOutgoingSms({ to, text, reference: 7, tie, cut });
				if (!pdus.ok) {
					expect(measure(text, cut, tie).parts).toBeGreaterThan(255);
					return;
				}
				const texts = pdus.value.map(({ hex, tpduLength }) => {
					const pdu = decodePdu(hex, { tpduLength });
					const submit = pdu.ok && pdu.value.tpdu.type === "submit";
					return submit && pdu.value.tpdu.type === "submit"
						? textOf(pdu.value.tpdu.ud)
						: null;
				});
				expect(texts.join("")).toBe(text);
			}),
		);
	});
});
