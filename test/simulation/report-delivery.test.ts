import { expect, test } from "vitest";
import { readTranscript } from "../../src/conversation/read-transcript.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { DigestInput } from "../../src/simulation/digest-input.ts";
import { runConversation } from "../../src/simulation/run-conversation.ts";
import { digestOf } from "../support/digest.ts";
import { fresh } from "../support/texting.ts";

const GUARD = "+15550199";

/** What leaves a panel in each step, and the claims that do not hold. */
function held(text: string, state: PanelState) {
	const [found] = readTranscript(text, "a.smst");
	if (!found?.located) throw new Error(found?.fault?.diagnostic.message);
	const texts: string[] = [];
	const digestInput = new DigestInput();
	const ran = runConversation(
		found.located.conversation,
		{ model: vst2752, state },
		{
			digestInput,
			onStep: (_, sent) =>
				texts.push(sent.map((one) => `${one.to} ${one.text}`).join(", ")),
		},
	);
	return {
		texts,
		failed: ran.failures.map(({ step }) => step),
		state: ran.state,
		digest: digestOf(digestInput).text,
	};
}

/** A panel that reports to these destinations, group 1 unless it is said with a `2 `. */
function reportingTo(...urls: readonly string[]): PanelState {
	const state = fresh(vst2752);
	const destinations = urls.map((url, at) => ({
		id: at + 1,
		url: url.replace(/^2 /, ""),
		group: url.startsWith("2 ") ? 2 : 1,
		level: "all" as const,
		carrier: "",
	}));
	return { ...state, reporting: { ...state.reporting, destinations } };
}

const home = reportingTo(`sms://${GUARD}`);

test("reports leave the panel in the step that causes them, in front of its answer", () => {
	const { texts, state } = held(
		"> PROG 7982 MODE:A\n@ +30s\n! sim missing\n> PROG 7982 MODE:D\n",
		home,
	);
	expect(texts).toEqual([
		"+15550101 MODE:OK",
		`${GUARD} armed by SMS`,
		`${GUARD} SIM missing`,
		`${GUARD} disarmed by SMS, +15550101 MODE:OK`,
	]);
	expect(state.runtime.outbox).toEqual([]);
});

test("what falls due on the way is sent then, and the log says when", () => {
	const state = {
		...home,
		reporting: { ...home.reporting, checkIn: 6 },
	};
	const long = held("> PROG 7982 ECHO:\n@ +13h\n", state);
	expect(long.texts.at(-1)).toBe(
		`${GUARD} periodic test, ${GUARD} periodic test, ${GUARD} periodic test`,
	);
	const hours = long.state.runtime.log.map(
		({ at, event }) => `${(at - Date.UTC(2026, 0, 1)) / 3_600_000} ${event}`,
	);
	expect(hours).toEqual(["0 test", "1 reported", "7 reported", "13 reported"]);
	// The same by another way: the panel remembers the same.
	const short = held("> PROG 7982 ECHO:\n@ +5h\n@ +5h\n@ +3h\n", state);
	expect(short.state).toEqual(long.state);
});

test.each([
	["the whole", `<+15550199 disarmed by SMS\n< MODE:OK`, []],
	["in any order between numbers", "< MODE:OK\n<+15550199 disarmed by SMS", []],
	["an answer alone", "< MODE:OK", [2]],
	["silence", "<", [2]],
	["a report too many", "< MODE:OK\n<+15550199 a\n<+15550199 b", [2]],
	["nothing", "", []],
])("%s is expected of a message that is reported", (_, claim, failed) => {
	const talk = `> PROG 7982 MODE:A\n@ +30s\n> PROG 7982 MODE:D\n${claim}\n`;
	expect(held(talk, home).failed).toEqual(failed);
});

test.each([
	["disarmed by SMS", "alarm cancelled", []],
	["alarm cancelled", "disarmed by SMS", [4]],
])("texts to one number come in an order: %s, %s", (first, second, failed) => {
	const talk = `> PROG 7982 DEAN:1,3,0123456789,
> PROG 7982 MODE:A
@ +30s
! zone 3 open
> PROG 7982 MODE:D
<+15550199 ${first}
< MODE:OK
<+15550199 ${second}
`;
	expect(held(talk, home).failed).toEqual(failed);
});

test("who is no phone has failed, and the next destination of the group is served", () => {
	const state = reportingTo(
		"ip://1234@192.0.2.1:2280/CID",
		`gsm://1234@${GUARD}`,
	);
	const { texts, state: after } = held("! sim missing\n", state);
	expect(texts).toEqual([`${GUARD} 1234 18 1300 00 000 6AAB`]);
	expect(after.runtime.log.map(({ event }) => event)).toEqual([
		"trouble",
		"report-failed",
		"reported",
	]);
});

test("an optional group is served when the one before it has failed three times", () => {
	const state = reportingTo("ip://1234@192.0.2.1/CID", `2 sms://${GUARD}`);
	const optional = {
		...state,
		reporting: {
			...state.reporting,
			groups: [{ id: 2, kind: "optional" as const, retries: 3 as const }],
		},
	};
	const talk = "! sim missing\n@ +119s\n@ +1s\n";
	expect(held(talk, optional).texts).toEqual(["", "", `${GUARD} SIM missing`]);
	expect(held("! sim missing\n@ +1h\n", optional).texts).toEqual([
		"",
		`${GUARD} SIM missing`,
	]);
});

test("a report that no text can carry does not hold up a hundred years", () => {
	const state = reportingTo("ip://1234@192.0.2.1/CID");
	const { state: after } = held("! sim missing\n@ +36500d\n", state);
	expect(after.runtime.outbox).toMatchObject([{ event: "sim", rounds: 99 }]);
	expect(after.runtime.log.map(({ event }) => event)).toEqual([
		"trouble",
		"report-failed",
	]);
});

test("reports that no text can carry wait without a try once their destination has failed 99 times", () => {
	const state = reportingTo("ip://1234@192.0.2.1/CID");
	const often = Array.from(
		{ length: 40 },
		() => "! battery low\n@ +1h\n! battery good\n@ +1h\n",
	);
	const { state: after } = held(often.join(""), state);
	// The second one was tried once by itself before it joined the rounds of the first.
	expect(after.runtime.failing).toMatchObject([
		{ id: 1, failures: 99, logged: true },
	]);
	expect(after.runtime.outbox.map(({ rounds }) => rounds)).toEqual([
		98,
		38,
		...Array.from({ length: 78 }, () => 0),
	]);
	expect(
		after.runtime.log.filter(({ event }) => event === "report-failed"),
	).toHaveLength(1);
});

test("without power nothing is sent, and what waited is sent when it is back", () => {
	const { texts } = held(
		"! power cut\n! sim missing\n@ +1h\n! power restore\n",
		home,
	);
	expect(texts).toEqual([
		"",
		"",
		"",
		`${GUARD} system restarted, ${GUARD} SIM missing`,
	]);
});

test("the digest covers the reports", () => {
	const other = reportingTo("sms://+15550198");
	expect(held("! sim missing\n", other).digest).not.toBe(
		held("! sim missing\n", home).digest,
	);
});
