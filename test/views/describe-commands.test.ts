import { expect, test } from "vitest";
import { modelNamed, models } from "../../src/models/models.ts";
import {
	describeCommands,
	findCommands,
} from "../../src/views/describe-commands.ts";

test.each([60, 80, 100, 120, 200])(
	"every table of commands fits %i columns",
	(width) => {
		const tooLong = models.flatMap((model) =>
			["", ...model.commands.keys()].flatMap((word) =>
				describeCommands(model, word, findCommands(model, word), width)
					.split("\n")
					.filter((line) => line.length > width && !line.startsWith("example")),
			),
		);
		expect(tooLong).toEqual([]);
	},
);

test("a long form stands above its row, and words are not broken", () => {
	const [model] = models;
	const opts = [...model.commands.values()].filter(({ spec }) =>
		["OPTS", "SCHD"].includes(spec.word),
	);
	expect(describeCommands(model, "", opts, 60)).toBe(
		`Climax VST-2745 and VST-2752 (vst-2752), PWORD CODE
    WORD:p1,p2
OPTS:[armFault],[tamperAlarm],[finalDoor],[chime],
    [jamDetection],[swinger],[setUnset],[restart],
    [keypadGuard],[smsGuard]
                                extension  Choose how the
                                           panel behaves.
SCHD:schedule                   extension  Take away a time
                                           of day at which
                                           the panel arms.`,
	);
});

test.each(["temporary", "duress", "98"])(
	"%s is found in what users are for",
	(wanted) => {
		const mz8 = modelNamed("mz-8") ?? models[0];
		expect(findCommands(mz8, wanted).map(({ spec }) => spec.word)).toEqual([
			"USRS",
		]);
	},
);

test("a plain word does not hide the commands of another maker", () => {
	const dsc = modelNamed("dsc");
	if (dsc === undefined) throw new Error("there is no dsc");
	const found = (wanted: string) =>
		findCommands(dsc, wanted).map(({ spec }) => spec.word);
	expect(found("disarm")).toEqual(["Disarm", "DISARM"]);
	expect(found("arm")).toEqual(
		expect.arrayContaining(["Stay Arm", "Away Arm", "Night Arm", "ARM"]),
	);
});
