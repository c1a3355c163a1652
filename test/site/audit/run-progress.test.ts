import { expect, test } from "vitest";
import type {
	AuditEntry,
	BegunEntry,
} from "../../../src/site/audit/audit-entry.ts";
import { progressOf } from "../../../src/site/audit/run-progress.ts";

const begun: BegunEntry = {
	type: "begun",
	resumed: false,
	model: "vst-2752",
	from: "factory",
	number: "+15550100",
	key: "k",
	access: "a",
	messages: [
		{
			text: "PROG 7982 TIMR:45",
			word: "TIMR",
			mac: "m",
			settings: [],
			access: null,
		},
	],
};
const sending: AuditEntry = {
	type: "sending",
	purpose: "message",
	message: 0,
	word: "TIMR",
	text: "PROG 7982 TIMR:45",
	until: 900,
};

function after(...entries: readonly AuditEntry[]) {
	return progressOf(entries.map((entry, at) => ({ at, entry })));
}

test("a run that is resumed knows what was settled", () => {
	const settled: AuditEntry = { type: "settled", message: 0, as: "assumed" };
	const resumed = { ...begun, resumed: true };
	expect(after(begun, sending, settled, resumed)?.standings).toEqual([
		"assumed",
	]);
});

test("a new run knows what the old one sent, which may still come, and not for which message", () => {
	const progress = after(begun, sending, begun);
	expect(progress?.standings).toEqual([null]);
	expect(progress?.sent).toEqual([
		{
			purpose: "message",
			message: null,
			word: "TIMR",
			at: 1,
			until: 900,
			answered: false,
			isOut: true,
		},
	]);
});

test("what the network did not take is not waited for, what it may have taken is", () => {
	const handed = (doubtful: boolean): AuditEntry => ({
		type: "handed",
		accepted: false,
		doubtful,
		reason: "no",
		references: [],
		until: 700,
	});
	const answered = (entry: AuditEntry) =>
		after(begun, sending, entry)?.sent.map((text) => [
			text.answered,
			text.until,
		]);
	expect(answered(handed(false))).toEqual([[true, 700]]);
	expect(answered(handed(true))).toEqual([[false, 700]]);
});
