import { describe, expect, test } from "vitest";
import type { Conversation } from "../../src/conversation/conversation.ts";
import type { ReadEvent } from "../../src/conversation/read-event.ts";
import { readTranscript } from "../../src/conversation/read-transcript.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { DigestInput } from "../../src/simulation/digest-input.ts";
import { runConversation } from "../../src/simulation/run-conversation.ts";
import { digestOf } from "../support/digest.ts";
import { fresh } from "../support/texting.ts";

const beginning = { model: vst2752, state: fresh(vst2752) };

test("what holds has no failures, and time passes without anybody waiting", () => {
	const { failures, state } = runConversation(
		transcript(`
@ 2026-11-20T10:00:00Z
> PROG 7982 MODE:A
< MODE:OK
@ +30s
? runtime.mode away
? runtime.log.1.event armed
`),
		beginning,
	);
	expect(failures).toEqual([]);
	expect(state.runtime.log.map(({ at }) => at)).toEqual([
		Date.UTC(2026, 10, 20, 10),
		Date.UTC(2026, 10, 20, 10, 0, 30),
	]);
});

describe("a claim that does not hold", () => {
	test.each([
		["> PROG 7982 MODE:A\n<", [{ to: "+15550101", text: "MODE:OK" }], null],
		[
			"> PROG 7982 USRS:1,12\n< USRS:OK",
			[{ to: "+15550101", text: "USRS:ERROR" }],
			"user PIN: 4 digits, this has 2",
		],
		[
			"> hello\n< hi",
			[],
			"installer code: missing, nothing follows the P-Word",
		],
		[
			">+15550177 PROG 7982 ECHO:\n<+15550178 ECHO:OK",
			[{ to: "+15550177", text: "ECHO:OK" }],
			null,
		],
		[
			"> PROG 7982 ECHO:\n< ECHO:OK\n< ECHO:OK",
			[{ to: "+15550101", text: "ECHO:OK" }],
			null,
		],
		["@ +30s\n< OK", [], null],
	])("about replies: %j", (text, got, why) => {
		const { failures } = runConversation(transcript(text), beginning);
		expect(
			failures.map((each) => [
				each.kind,
				each.got,
				each.why?.diagnostic.message ?? null,
			]),
		).toEqual([["replies", got, why]]);
	});

	test.each([
		["? runtime.mode away", "disarm"],
		["? users.1.latch false", true],
		["? users.2 1", null],
		["? users.1.pin 12", "1234"],
		["? timers.exitAway 31", 30],
	])("about the state: %j", (text, value) => {
		const { failures } = runConversation(transcript(text), beginning);
		expect(failures).toMatchObject([
			{ step: 0, kind: "state", got: { value } },
		]);
	});

	test.each([
		["users.1.pn", "there is no users.1.pn; did you mean users.1.pin?"],
		["users.9.pn", "there is no users.9.pn; did you mean users.9.pin?"],
		["users.one", "there is no users.one"],
		["timer.exitAway", "there is no timer; did you mean timers?"],
		["users.1.pin.0", "there is no users.1.pin.0"],
	])("about a path that leads nowhere: %s", (path, message) => {
		const { failures } = runConversation(
			transcript(`? ${path} null`),
			beginning,
		);
		expect(failures.map(({ why }) => why?.diagnostic.message)).toEqual([
			`path: ${message}`,
		]);
	});

	test("stops nothing that follows", () => {
		const { failures } = runConversation(
			transcript("> hello\n< hi\n? runtime.mode away\n> hello\n<\n"),
			beginning,
		);
		expect(failures.map(({ step }) => step)).toEqual([0, 1]);
	});
});

test("events of the step language reach the panel", () => {
	const arming: ReadEvent = (text) => ({
		event: {
			type: "set-mode",
			mode: text === "key away" ? "away" : "disarm",
			by: { via: "clock" },
		},
	});
	const [found] = readTranscript(
		"! key away\n? runtime.mode arming\n! key off\n? runtime.mode disarm\n",
		"a.smst",
		arming,
	);
	const conversation = found?.located?.conversation;
	expect(
		conversation &&
			runConversation(conversation, beginning, { readEvent: arming }).failures,
	).toEqual([]);
});

describe("the digest", () => {
	const digest = (text: string) => {
		const digestInput = new DigestInput();
		const conversation = transcript(text);
		runConversation(conversation, beginning, { digestInput });
		return digestOf(digestInput, conversation.id).text;
	};

	test("goes by what the panel did, not by what is claimed or remarked", () => {
		expect(digest("> PROG 7982 ECHO:\n<\n# no\n? users.1.pin 1\n")).toBe(
			digest("> PROG 7982 ECHO:\n< ECHO:OK\n"),
		);
	});

	test.each([
		["the id", "id b\n> PROG 7982 ECHO:"],
		["the sender", ">+15550177 PROG 7982 ECHO:"],
		["the reply", "> PROG 7982 MOD?"],
		["the memory", "> PROG 7982 USRS:1,4321"],
		["the instant", "@ +1s\n> PROG 7982 ECHO:"],
	])("tells %s apart", (_, text) => {
		expect(digest(text)).not.toBe(digest("> PROG 7982 ECHO:"));
	});
});

function transcript(text: string): Conversation {
	const [found] = readTranscript(text, "a.smst");
	if (!found?.located) throw new Error(found?.fault?.diagnostic.message);
	return found.located.conversation;
}
