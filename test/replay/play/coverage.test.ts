import { describe, expect, test } from "vitest";
import { readTranscript } from "../../../src/conversation/read-transcript.ts";
import type { Model } from "../../../src/models/model.ts";
import { modelNamed, models } from "../../../src/models/models.ts";
import { vst2752 } from "../../../src/models/vst-2752.ts";
import { coverable } from "../../../src/replay/play/coverable.ts";
import {
	CoverageCounter,
	mergedCoverage,
} from "../../../src/replay/play/coverage.ts";
import { coverageObserver } from "../../../src/replay/play/coverage-observer.ts";
import { coverageText } from "../../../src/replay/report/coverage-report.ts";
import { DigestInput } from "../../../src/simulation/digest-input.ts";
import {
	type RunOptions,
	runConversation,
} from "../../../src/simulation/run-conversation.ts";
import { fresh } from "../../support/texting.ts";

const beginning = { model: vst2752, state: fresh(vst2752) };

describe("touches", () => {
	const arming = `> PROG 7982 DEAN:1,3,0123456789,Kitchen
> PROG 7982 USRS:1,,JOHN
> PROG 7982 USRS:1,12
> PROG 7982 MODE:A
@ +1d
! zone 3 open
@ +1h
`;
	const touched = {
		commands: { DEAN: 1, USRS: 1, MODE: 1 },
		parameters: {
			"DEAN.area": 1,
			"DEAN.zone": 1,
			"DEAN.rfId": 1,
			"DEAN.name": 1,
			"USRS.user": 1,
			"USRS.name": 1,
			"MODE.mode": 1,
		},
		blanks: { "USRS.pin": 1 },
		attributes: { burglar: 1 },
		transitions: { "disarm > arming": 1, "arming > away": 1 },
		timers: { exit: 1, siren: 1 },
	};

	test("what is accepted, blank, and runs out, each deadline by itself", () => {
		const { "vst-2752": counts } = coverageOf(arming);
		expect(counts).toMatchObject({
			...touched,
			parameters: expect.anything(),
		});
		expect(Object.keys(counts?.parameters ?? {})).toEqual(
			expect.arrayContaining(["USRS.user", "USRS.name", "MODE.mode"]),
		);
	});

	test("the same over a network that does nothing", () => {
		expect(coverageOf(`channel loss 0%\n${arming}`)).toEqual(
			coverageOf(arming),
		);
	});

	test("nothing by being counted", () => {
		const digestInput = (options: RunOptions) => {
			const digestInput = new DigestInput();
			const ran = runConversation(transcript(arming), beginning, {
				...options,
				digestInput,
			});
			return [digestInput, ran];
		};
		const observer = coverageObserver(vst2752, new CoverageCounter());
		expect(digestInput({ observer })).toEqual(digestInput({}));
	});
});

test("everything that can be touched follows from the declarations", () => {
	for (const model of models) {
		const { commands, parameters, blanks } = coverable(model);
		expect(commands).toEqual([...model.commands.keys()]);
		expect(parameters).toEqual(expect.arrayContaining([...blanks]));
	}
	expect(coverable(vst2752).blanks).toContain("USRS.pin");
	expect(coverable(vst2752).blanks).not.toContain("USRS.user");
});

test("parts are merged by adding, in any order", () => {
	const one = coverageOf("> PROG 7982 ECHO:\n");
	const two = coverageOf("> PROG 7982 ECHO:\n> PROG 7982 MODE:H\n");
	expect(mergedCoverage([one, two])).toEqual(mergedCoverage([two, one]));
	expect(mergedCoverage([one, two])["vst-2752"]?.commands).toEqual({
		ECHO: 2,
		MODE: 1,
	});
});

test("as a table it names what was not touched", () => {
	const all = coverable(vst2752);
	const counter = new CoverageCounter();
	for (const word of all.commands.slice(1))
		counter.touch("vst-2752", "commands", word);
	const [title, row, missing] = coverageText(counter.coverage).split("\n");
	const { length } = all.commands;
	expect([title, row, missing]).toEqual([
		"coverage of vst-2752",
		`  commands       ${length - 1} of   ${length}   ${Math.floor((100 * (length - 1)) / length)} %`,
		`      not: ${all.commands[0]}`,
	]);
});

test("of several commands in one message each is touched, and the number behind a word", () => {
	const model = modelNamed("tell-gate");
	if (model === undefined) throw new Error("there is no tell-gate");
	const text =
		"> PWD=1111#REL1=5#REPORT=#\n> PWD=1111#REL2=FIX#\n> PWD=2222#IN1=5#\n";
	expect(coverageOf(text, { model, state: fresh(model) })).toMatchObject({
		"tell-gate": {
			commands: { REL: 1, REPORT: 1, "REL FIX": 1 },
			parameters: { "REL.output": 1, "REL.time": 1, "REL FIX.output": 1 },
			blanks: { "REPORT.phone": 1 },
		},
	});
});

function coverageOf(text: string, from: RunBeginning = beginning) {
	const counter = new CoverageCounter();
	const observer = coverageObserver(from.model, counter);
	runConversation(transcript(text), from, { observer });
	return counter.coverage;
}

type RunBeginning = Pick<Parameters<typeof runConversation>[1], "state"> & {
	readonly model: Model;
};

function transcript(text: string) {
	const [found] = readTranscript(text, "it.smst");
	if (found?.located == null) throw new Error(JSON.stringify(found?.fault));
	return found.located.conversation;
}
