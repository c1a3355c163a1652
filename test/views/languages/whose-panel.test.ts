import { expect, test } from "vitest";
import { interpret } from "../../../src/firmware/answer/interpret.ts";
import { languageNames } from "../../../src/models/language-files.ts";
import { modelNamed, models } from "../../../src/models/models.ts";
import { checkMessage } from "../../../src/views/check-message.ts";
import { checkJson } from "../../../src/views/check-report.ts";
import { dangerousSlips } from "../../../src/views/languages/slips.ts";
import { modelsKnowing } from "../../../src/views/languages/whose-panel.ts";
import { factorySubject } from "../../../src/views/subject.ts";
import { goldenMessages } from "../../support/golden.ts";

/** Messages that are right in more than one language. */
const shared: readonly string[] = [
	"1234CC",
	"1234ST",
	"DISARM 1234",
	"disarm 9123",
];

test("every golden message is of one language only, but for the shared ones", () => {
	const wrong = goldenMessages
		.filter(
			({ dialect, cmd }) =>
				languageNames.includes(dialect) && cmd !== undefined,
		)
		.flatMap(({ dialect, message }) => {
			const own = modelNamed(dialect);
			const read = own?.dialect.read(message) ?? null;
			if (own === undefined || read === null) return [message];
			const others = modelsKnowing(message, own).map(({ name }) => name);
			const isOwn = interpret(own, read, message).diagnostics === null;
			const known = shared.includes(message) ? 1 : 0;
			return isOwn && others.length === known ? [] : [`${message}: ${others}`];
		});
	expect(wrong).toEqual([]);
});

test("a message of another maker is named", () => {
	const [vst] = models;
	expect(
		modelsKnowing("PWD=1111#STATUS?#", vst).map(({ name }) => name),
	).toEqual(["tell-gate"]);
});

test.each([
	["rtu5023", "1234A", []],
	["watchguard-2010", "000000ARM", []],
	["rtu5024", "1234A143#", [["1234A143##", "A-"]]],
	["rtu5024", "1234AL008#004#", [["1234A008#004#", "A"]]],
	["kingpigeon-k2", "1234A#", [["12344A#", "A-"]]],
	["kingpigeon-k2", "12346A#", []],
	["risco-lightsys", "1234US", [["1234S", "S"]]],
	["risco-lightsys", "1234ST", [["1234S", "S"]]],
	["eldes-esim", "1111_TC2:Pump", [["1111_C2:Pump", "C name"]]],
	["eldes-esim", "1111_TC2:ON", []],
	["tell-gate", "PWD=1111#RTIME=90#", [["PWD=1111#TIME=90#", "TIME"]]],
	["tell-gate", "PWD=1111#RTEL=0036#", [["PWD=1111#TEL=0036#", "TEL"]]],
])("%s: one slip of %s makes %j", (name, text, slips) => {
	const model = modelNamed(name);
	if (model === undefined) throw new Error(`there is no ${name}`);
	expect(
		dangerousSlips(model, text).map(({ text: other, command }) => [
			other,
			command.spec.word,
		]),
	).toEqual(slips);
});

test("a check says what a message does, what one slip does, and whose it is", () => {
	const checked = (name: string, text: string) => {
		const model = modelNamed(name);
		if (model === undefined) throw new Error(`there is no ${name}`);
		const { does, slips, elsewhere } = checkJson(
			checkMessage(factorySubject(model), text),
			true,
		);
		return { does, slips, elsewhere };
	};
	expect(checked("rtu5023", "1234A9")).toEqual({ does: "deletes" });
	expect(checked("tell-gate", "PWD=1111#RTIME=90#")).toEqual({
		does: "sets",
		slips: [
			{
				command: "TIME",
				does: "sets",
				help: "Set the longest call in seconds (Estom).",
				text: "PWD=1111#TIME=90#",
			},
		],
	});
	expect(checked("vst-2752", "PWD=1111#STATUS?#")).toEqual({
		elsewhere: ["tell-gate"],
	});
});
