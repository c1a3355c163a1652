import { describe, expect, test } from "vitest";
import { readTranscript } from "../../src/conversation/read-transcript.ts";
import { mz8 } from "../../src/models/mz-8.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { readChannelRule } from "../../src/network/channel-text.ts";
import { DigestInput } from "../../src/simulation/digest-input.ts";
import {
	type RunOptions,
	runConversation,
} from "../../src/simulation/run-conversation.ts";
import { digestOf } from "../support/digest.ts";
import { fresh } from "../support/texting.ts";

const beginning = { model: vst2752, state: fresh(vst2752) };

describe("holds over the network", () => {
	test.each([
		["a text that is lost", "channel loss 1x\n> PROG 7982 ECHO:\n<\n"],
		[
			"a reply that is lost, the deed done",
			"channel loss from +15550100\n> PROG 7982 MODE:H\n<\n@ +30s\n<\n? runtime.mode home\n",
		],
		[
			"a reply that comes late",
			"channel delay 30s from +15550100\n> PROG 7982 ECHO:\n<\n@ +29s\n<\n@ +1s\n< ECHO:OK\n",
		],
		[
			"a text that comes late, and is heard then",
			"channel delay 1m to +15550100\n> PROG 7982 MODE:A\n<\n? runtime.mode disarm\n@ +1m\n< MODE:OK\n? runtime.mode arming\n",
		],
		[
			"a text that is brought twice, and is done once",
			"channel duplicate 5s 1x\n> PROG 7982 USRS:1,1234,JOHN\n< USRS:OK\n> PROG 7982 USRS:1,,ANN\n<\n@ +5s\n< USRS:OK\n? users.1.name ANN\n",
		],
		[
			"a text that is sent twice in a moment, and is done twice",
			"channel loss 0%\n> PROG 7982 ECHO:\n< ECHO:OK\n> PROG 7982 ECHO:\n< ECHO:OK\n",
		],
		[
			"a reply that is brought twice",
			"channel duplicate 0s from +15550100\n> PROG 7982 ECHO:\n< ECHO:OK\n< ECHO:OK\n",
		],
		[
			"texts in another alphabet",
			"channel alphabet\n> PROG 7982 USRS:1,1234,Zoé\n< USRS:OK\n? users.1.name Zoé\n",
		],
		[
			"a reply that the network refuses, and takes later",
			"channel cms 38 1x from +15550100\n> PROG 7982 ECHO:\n<\n@ +1m\n< ECHO:OK\n",
		],
		[
			"a panel that is away for a while",
			"channel no-registration 1m 1x\n> PROG 7982 ECHO:\n<\n@ +59s\n<\n@ +1s\n< ECHO:OK\n",
		],
		[
			"a panel whose modem is full for a while",
			"channel storage-full 2m 1x\n> PROG 7982 ECHO:\n<\n@ +2m\n< ECHO:OK\n",
		],
		[
			"a number that is withheld, one that is a name, and the panel's own",
			"channel loss 0%\n>- PROG 7982 MODE:H\n<\n? runtime.mode arming\n>+15550100 PROG 7982 ECHO:\n<\n>Front\\u{20}Door PROG 7982 ECHO:\n< ECHO:OK\n",
		],
		[
			"a report, which may be delayed as well",
			"channel delay 10s to +15550177\n> PROG 7982 RPEX:1,1,0,sms://+15550177\n< RPEX:OK\n> PROG 7982 MODE:A\n< MODE:OK\n@ +30s\n<\n@ +10s\n<+15550177 armed by SMS\n",
		],
		[
			"more texts of one sender than an hour has for them",
			`channel loss 0%\n${"> PROG 7982 ECHO:\n< ECHO:OK\n".repeat(40)}`,
		],
		[
			"a text of several parts",
			`channel loss 0%\n> PROG 7982 USRS:1,1234,JOHN${",".repeat(300)}\n< USRS:OK\n`,
		],
	])("%s", (_, text) => {
		const { failures } = held(text);
		expect(failures.map(({ step, got, why }) => ({ step, got, why }))).toEqual(
			[],
		);
	});

	test("another rule from a step on", () => {
		const { failures } = held(
			"> PROG 7982 ECHO:\n< ECHO:OK\nchannel loss\n> PROG 7982 ECHO:\n<\n",
		);
		expect(failures).toEqual([]);
	});
});

test("says what the network did where a claim does not hold", () => {
	const { failures } = held("channel loss 1x\n> PROG 7982 ECHO:\n< ECHO:OK\n");
	expect(failures[0]?.why).toEqual({
		text: "PROG 7982 ECHO:",
		diagnostic: {
			code: "channel/loss",
			message: "channel: loss on the way from +15550101 to +15550100",
			hint: null,
			parameter: null,
			start: 0,
			end: 15,
		},
	});
});

test("says what the panel refused rather than what the network did", () => {
	const { failures } = held(
		"channel delay 0s\n> PROG 7982 USRS:1,12\n< USRS:OK\n",
	);
	expect(failures[0]?.why?.diagnostic.message).toBe(
		"user PIN: 4 digits, this has 2",
	);
});

describe("chance", () => {
	const many = "> PROG 7982 ECHO:\n".repeat(20);

	test("comes out the same every time", () => {
		const digest = () => {
			const digestInput = new DigestInput();
			held(`id a\nchannel loss 50%\n${many}`, { digestInput });
			return digestOf(digestInput).text;
		};
		expect(digest()).toBe(digest());
	});

	test("hits the messages of another conversation differently", () => {
		expect(arrivals("id a\n")).not.toEqual(arrivals("id b\n"));
		expect(arrivals("id a\n")).not.toEqual(arrivals("id a\n", 2));
	});

	test("is that of the seed which a conversation names", () => {
		expect(arrivals("id a\nseed 7\n")).toEqual(arrivals("id b\nseed 7\n", 2));
	});

	function arrivals(headers: string, seed = 1): readonly number[] {
		const came: number[] = [];
		held(`${headers}${many}`, {
			channel: { rules: [ruled("loss 50%")], seed },
			onStep: (_, sent) => came.push(sent.length),
		});
		return came;
	}
});

test("a channel of the run is one for every conversation", () => {
	const channel = { rules: [ruled("loss")], seed: 1 };
	const { failures } = held("> PROG 7982 ECHO:\n<\n", { channel });
	expect(failures).toEqual([]);
});

test("a hundred years with a report that nobody can get are over soon", () => {
	const { state } = runConversation(
		transcript(
			"model mz-8\nchannel loss 0%\n> PROG 7982 RPEX:1,1,0,ip://1234@10.0.0.1:5000\n> PROG 7982 MODE:A\n@ +36500d\n",
		),
		{ model: mz8, state: fresh(mz8) },
	);
	expect(state.runtime.outbox.length).toBeGreaterThan(0);
});

function held(text: string, options: RunOptions = {}) {
	return runConversation(transcript(text), beginning, options);
}

function transcript(text: string) {
	const [found] = readTranscript(text, "it.smst");
	if (found?.located == null) throw new Error(JSON.stringify(found?.fault));
	return found.located.conversation;
}

function ruled(text: string) {
	const read = readChannelRule(text);
	if (!read.ok) throw new Error(read.reason);
	return read.rule;
}
