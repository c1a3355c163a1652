import type { Diagnostic } from "../../grammar/message/diagnostic.ts";
import type { Part } from "../../grammar/message/message.ts";
import type { TranscriptLine } from "../../grammar/transcript/line.ts";
import { channelForms, readChannelRule } from "../network/channel-text.ts";
import { LONGEST_TEXT } from "../sms/segments.ts";
import { jsonFault } from "../store/json/json-fault.ts";
import { repeatedKey } from "../store/json/repeated-keys.ts";
import { durationOf } from "../time/duration.ts";
import { instantOf } from "../time/instant.ts";
import { LONGEST_WAIT, type Reply, type Step } from "./conversation.ts";
import { corpusDiagnostic } from "./corpus-fault.ts";
import { canonical, patternFault } from "./pattern.ts";
import { claimValue } from "./read-claim.ts";
import type { ReadEvent } from "./read-event.ts";

/** The lines that are steps of their own. */
export type StepLine = Exclude<
	TranscriptLine,
	{ readonly type: "blank" | "header" | "reply" | "fault" }
>;

/** The step on a line of a transcript, or what is wrong with it. */
export function readStep(
	line: StepLine,
	readEvent: ReadEvent,
): Step | { readonly type: "fault"; readonly diagnostic: Diagnostic } {
	switch (line.type) {
		case "message":
			if (line.text.text.length > LONGEST_TEXT)
				return refused(
					corpusDiagnostic(
						"length",
						`text: ${line.text.text.length} characters; an SMS carries at most ${LONGEST_TEXT}`,
						null,
						{ start: line.text.start, end: line.text.start + 1 },
					),
				);
			return {
				type: "sms",
				text: line.text.text,
				from: line.from === null ? null : addressOf(line.from),
				replies: null,
			};
		case "time":
			return readTime(line.text);
		case "happening": {
			const reading = readEvent(line.text.text);
			if ("event" in reading)
				return { type: "event", text: line.text.text, replies: null };
			const { fault } = reading;
			const { start } = line.text;
			return refused({
				...fault,
				start: start + fault.start,
				end: start + fault.end,
			});
		}
		case "claim":
			return readClaim(line.path, line.value);
		case "channel":
			return readRule(line.text);
		case "comment":
			return { type: "comment", text: line.text.text };
	}
}

/** An expected reply; null where silence is expected. */
export function readReply(
	line: Extract<TranscriptLine, { readonly type: "reply" }>,
): Reply | null | { readonly type: "fault"; readonly diagnostic: Diagnostic } {
	if (line.text.text === "") return null;
	const wrong = patternFault(line.text.text);
	if (wrong !== null)
		return refused(corpusDiagnostic("pattern", wrong, null, line.text));
	return {
		to: line.to === null ? null : addressOf(line.to),
		pattern: canonical(line.text.text),
	};
}

/** `-` alone is a withheld number. */
export function addressOf({ text, start, end }: Part): string {
	return text === "-" && end - start === 1 ? "" : text;
}

function readTime(part: Part) {
	const { text } = part;
	if (text.startsWith("+")) {
		const milliseconds = durationOf(text.slice(1));
		if (milliseconds !== null && milliseconds <= LONGEST_WAIT)
			return { type: "wait", milliseconds, replies: null } as const;
	}
	const instant = instantOf(text);
	if (instant !== null) return { type: "at", instant, replies: null } as const;
	return refused(
		corpusDiagnostic(
			"time",
			`time: ${text.startsWith("+") ? "a length of time up to 100 years" : "a length of time or an instant"}, this is neither`,
			"write +30s, +1h 30m or 2026-11-20T10:00:00Z",
			part,
		),
	);
}

function readRule(part: Part) {
	const rule = part.text;
	const read = readChannelRule(rule);
	if (read.ok) return { type: "channel", rule } as const;
	return refused(
		corpusDiagnostic(
			"channel",
			"channel: no rule of the network",
			channelForms,
			part,
		),
	);
}

function readClaim(path: Part, written: Part) {
	const value = claimValue(written.text);
	if (value !== undefined) {
		const again = repeatedKey(written.text, value);
		if (again === null)
			return { type: "claim", path: path.text, value } as const;
		const message = `value: ${again.path.join(".")}: this key stands there twice`;
		const start = written.start + again.start;
		const end = written.start + again.end;
		return refused(corpusDiagnostic("key", message, null, { start, end }));
	}
	const fault = jsonFault(written.text);
	const at = written.start + (fault?.column ?? 1) - 1;
	return refused(
		corpusDiagnostic(
			"json",
			`value: this is not JSON: ${fault?.rule ?? "it cannot be read"}`,
			'write true, 30, away or "Front Door"',
			{ start: at, end: Math.max(at, written.end) },
		),
	);
}

function refused(diagnostic: Diagnostic) {
	return { type: "fault", diagnostic } as const;
}
