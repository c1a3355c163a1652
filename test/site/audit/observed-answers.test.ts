import { expect, test } from "vitest";
import type { AuditLine } from "../../../src/site/audit/audit-chain.ts";
import type { AuditEntry } from "../../../src/site/audit/audit-entry.ts";
import { observedAnswers } from "../../../src/site/audit/observed-answers.ts";

const NOON = Date.UTC(2026, 10, 30, 12);

function lines(entries: readonly AuditEntry[]): readonly AuditLine[] {
	return entries.map((entry, at) => ({
		line: at + 1,
		at: NOON + at,
		entry,
		hash: "",
	}));
}

const message = (word: string) => ({
	text: word,
	word,
	mac: "",
	settings: [],
	access: null,
});
const begun: AuditEntry = {
	type: "begun",
	resumed: false,
	model: "tell-gate",
	number: "+361",
	from: "factory",
	key: "",
	access: "",
	messages: [message("TEL, REPORT"), message("PWC")],
};
const sending = (
	word: string,
	at: number | null,
	purpose: "message" | "reading" = "message",
): AuditEntry => ({
	type: "sending",
	purpose,
	message: at,
	word,
	text: "",
	until: 0,
});
const handed: AuditEntry = {
	type: "handed",
	accepted: true,
	doubtful: false,
	reason: null,
	references: [],
	until: 0,
};
const heard = (
	text: string,
	answers: number | null,
	as: "assumed" | "refused" | null = "assumed",
): AuditEntry => ({
	type: "heard",
	text,
	sentAt: null,
	identity: text,
	as: "answer",
	answers,
	settles: answers === null || as === null ? null : { message: answers, as },
});

test("an audit tells how a panel answered each command, masked, and nothing of queries", () => {
	const found = observedAnswers(
		lines([
			begun,
			sending("TEL, REPORT", 0),
			handed,
			heard("a text of 5 characters", null),
			heard("… user(s) added\nReport nr. OK 123456", 0),
			sending("PWC", 1),
			handed,
			heard("Wrong password", 1, "refused"),
			sending("STATUS?", null, "reading"),
			handed,
			heard("an answer of 36 characters", 2, null),
		]),
		"2.10",
	);
	expect(found).toEqual({
		model: "tell-gate",
		firmware: "2.10",
		date: "2026-11-30",
		commands: [
			{
				word: "TEL, REPORT",
				verdict: "done",
				shape: null,
				alike: true,
				answers: ["… user(s) added\nReport nr. OK ****"],
			},
			{
				word: "PWC",
				verdict: "done",
				shape: null,
				alike: false,
				answers: ["Wrong password"],
			},
		],
	});
});

test("where nothing was answered, nothing was observed", () => {
	expect(observedAnswers([], null)).toBe(null);
	expect(observedAnswers(lines([begun, sending("PWC", 1), handed]), null)).toBe(
		null,
	);
});
