import { describe, expect, test } from "vitest";
import type { Person, Script } from "../../../src/panel/state/remote-access.ts";
import {
	ANNA,
	anna,
	BOB,
	bob,
	panelWithPeople,
	TextedPanel,
} from "../../support/panel-with-people.ts";
import { logOf } from "../../support/panel-with-zones.ts";

const SECRET = "slepens";
const able: Person = { ...anna, can: [...anna.can, "script"] };

function scripted(
	scripts: readonly Script[] | readonly string[],
	changes: Partial<typeof panelWithPeople.remote> = {},
): TextedPanel {
	const lines = scripts.every((each) => typeof each === "string");
	return new TextedPanel({
		...panelWithPeople,
		remote: {
			...panelWithPeople.remote,
			people: [able, bob],
			scriptSecret: SECRET,
			scripts: lines
				? [{ name: "night", lines: scripts }]
				: scripts.filter((each) => typeof each !== "string"),
			...changes,
		},
	});
}

/** What a call does: the texts that wait, the mode, the last log entry, and why not. */
function ran(panel: TextedPanel, call: string, from = ANNA) {
	const reply = panel.text(call, from);
	const { outgoing, log } = panel.state.runtime;
	const verdict = panel.last?.verdict;
	return {
		reply,
		texts: outgoing.map(({ to, text }) => `${to} ${text}`),
		last: log.at(-1)?.event ?? null,
		about: log.at(-1)?.about ?? null,
		why: verdict?.type === "silence" ? (verdict.why?.message ?? "") : null,
	};
}

describe("a script", () => {
	test("does all of its lines as the sender's user, and is not answered", () => {
		const panel = scripted(["BYPASS 3", "USRS:2,,NIGHT", "ARM"]);
		expect(ran(panel, `:cmd ${SECRET} script night`)).toEqual({
			reply: null,
			texts: [],
			last: "script",
			about: "night",
			why: null,
		});
		const { users, zones, runtime } = panel.state;
		expect([users[1]?.name, zones[1]?.bypass, runtime.mode]).toEqual([
			"NIGHT",
			"once",
			"arming",
		]);
		expect(runtime.armedBy).toEqual({
			event: "remote",
			user: 1,
			latch: true,
			afar: true,
		});
		expect(runtime.log.every(({ by }) => by === `sms ${ANNA}`)).toBe(true);
		// The exit delay is the usual one.
		expect(
			runtime.deadlines.map(({ kind, due }) => [kind, due - panel.now]),
		).toEqual([["exit", 30_000]]);
		expect(runtime.notices).toMatchObject([
			{ person: 2, about: "done", what: "night", zones: [3], by: "Anna" },
		]);
	});

	test("texts whom it says, with what stands in it and how things are then", () => {
		const panel = scripted([
			"TEXT SENDER $who: {mode}",
			"ARM",
			"TEXT +15550199 {name} says $who$$$who, {mode}{{}}",
		]);
		expect(
			ran(panel, `:cmd ${SECRET} script night who="{time} $who"`).texts,
		).toEqual([
			`${ANNA} {time} $who: disarmed`,
			`+15550199 Anna says {time} $who\${time} $who, arming away{}`,
		]);
	});

	test("that only texts is told nobody else, and does not wait", () => {
		const panel = scripted(["TEXT SENDER {mode}"], { minimumDelay: 15 });
		panel.text("ARM");
		const { notices } = panel.state.runtime;
		expect(ran(panel, `:cmd ${SECRET} script night`).texts).toEqual([
			`${ANNA} arming away`,
		]);
		expect(panel.state.runtime.notices).toEqual(notices);
	});

	test("that has no lines does nothing", () => {
		const panel = scripted([]);
		expect(ran(panel, `:cmd ${SECRET} script night`).last).toBe("script");
	});

	test("may be named with blanks, and script", () => {
		const panel = scripted([
			{ name: "mans skripts", lines: ["HOME"] },
			{ name: "script", lines: ["MUTE"] },
		]);
		expect(ran(panel, `:cmd ${SECRET} script "mans skripts"`).about).toBe(
			"mans skripts",
		);
		expect(ran(panel, `:cmd ${SECRET} script script`).about).toBe("script");
	});
});

describe("a flag", () => {
	test("is an empty text", () => {
		const panel = scripted(["TEXT SENDER <$loud>"]);
		expect(ran(panel, `:cmd ${SECRET} script night loud`).texts).toEqual([
			`${ANNA} <>`,
		]);
	});
	test("is no parameter: a blank could clear or delete", () => {
		const panel = scripted(["USRS:2,$pin,"]);
		const { users } = panel.state;
		expect(ran(panel, `:cmd ${SECRET} script night pin`)).toMatchObject({
			about: "script night line 1 script/value",
			why: "script night, line 1: user PIN: one parameter, not blank and without commas",
		});
		expect(panel.state.users).toBe(users);
	});
});

describe("all or nothing: where a line is refused, nothing is done", () => {
	test.each([
		[
			"by the panel",
			["USRS:2,5555,", "TEXT SENDER done", "USRS:1,5555"],
			"line 3 user/duplicate-pin",
		],
		[
			"by its form",
			["USRS:2,5555,", "USRS:1,55555"],
			"line 2 parameter/digits",
		],
		["because it is no line", ["HOME", "FLY"], "line 2 script/word"],
		["by what stands in its way", ["ARM"], "line 1 arming/alarm"],
	])("%s", (_, lines, why) => {
		const panel = scripted(lines);
		panel.open(4);
		const before = panel.state;
		const { runtime } = before;
		expect(ran(panel, `:cmd ${SECRET} script night`)).toMatchObject({
			reply: null,
			texts: [],
			last: "refused",
			about: `script night ${why}`,
		});
		const { log } = panel.state.runtime;
		expect({
			...panel.state,
			runtime: { ...panel.state.runtime, log: runtime.log },
		}).toEqual(before);
		expect(log.slice(0, -1)).toEqual(runtime.log);
		expect(panel.last?.effects).toEqual([]);
	});
});

describe("a script is not run, in silence,", () => {
	const night = ["HOME"];
	test.each<
		[
			string,
			TextedPanel,
			string,
			string,
			{ readonly why: string; readonly last: string | null },
		]
	>([
		[
			"with a wrong secret",
			scripted(night),
			`:cmd ${SECRET}s script night`,
			ANNA,
			{ why: "secret: not this panel's", last: "wrong-code" },
		],
		[
			"where there is no secret",
			scripted(night, { scriptSecret: "" }),
			`:cmd ${SECRET} script night`,
			ANNA,
			{ why: "secret: not this panel's", last: null },
		],
		[
			"for somebody who has not the right",
			scripted(night),
			`:cmd ${SECRET} script night`,
			BOB,
			{
				why: "script: Bob does not have the right to run scripts",
				last: "refused",
			},
		],
		[
			"for a number that is nobody's",
			scripted(night),
			`:cmd ${SECRET} script night`,
			"+15550199",
			{ why: "", last: null },
		],
		[
			"for a withheld number",
			scripted(night),
			`:cmd ${SECRET} script night`,
			"",
			{ why: "", last: null },
		],
		[
			"while the remote switch is off",
			scripted(night, { enabled: false }),
			`:cmd ${SECRET} script night`,
			ANNA,
			{ why: "remote switch: it is off", last: "refused" },
		],
		[
			"that there is not",
			scripted(night),
			`:cmd ${SECRET} script Night`,
			ANNA,
			{ why: "script: there is no Night", last: "refused" },
		],
		[
			"with a variable that it has not",
			scripted(night),
			`:cmd ${SECRET} script night x=1`,
			ANNA,
			{ why: "variable: the script has no $x", last: "refused" },
		],
		[
			"without a value that it needs",
			scripted(["BYPASS $zone"]),
			`:cmd ${SECRET} script night`,
			ANNA,
			{ why: "variable: $zone has no value", last: "refused" },
		],
		[
			"with two values for one variable",
			scripted(["BYPASS $zone"]),
			`:cmd ${SECRET} script night zone=3 zone=4`,
			ANNA,
			{ why: "variable: zone is given twice", last: "refused" },
		],
		[
			"where the message is badly built",
			scripted(night),
			`:cmd ${SECRET} script night x=`,
			ANNA,
			{ why: "value: missing right behind the =", last: null },
		],
	])("%s", (_, panel, call, from, expected) => {
		expect(ran(panel, call, from)).toMatchObject({ reply: null, ...expected });
		expect(panel.state.runtime.mode).toBe("disarm");
	});

	test("when it was too long on its way", () => {
		const panel = scripted(night);
		const call = `:cmd ${SECRET} script night`;
		panel.text(call, ANNA, panel.now - 15 * 60_000 - 1);
		expect(panel.silence).toBe("script");
		panel.text(call, ANNA, panel.now - 15 * 60_000);
		expect(panel.silence).toBeNull();
	});

	test("where a line needs a right that the person has not", () => {
		for (const [line, right] of [
			["MODE:D", "disarm"],
			["DISARM", "disarm"],
			["MODE:A", "arm"],
			["BYPS:3,1", "bypass"],
			["MUTE", "disarm"],
		] as const) {
			const can = able.can.filter((each) => each !== right);
			const panel = scripted([line], { people: [{ ...able, can }] });
			expect(ran(panel, `:cmd ${SECRET} script night`).about).toBe(
				"script night line 1 person/right",
			);
			expect(ran(scripted([line]), `:cmd ${SECRET} script night`).last).toBe(
				"script",
			);
		}
	});

	test("before the minimum delay is over, but for one that only disarms", () => {
		const panel = scripted(
			[
				{ name: "night", lines: ["HOME"] },
				{ name: "in", lines: ["DISARM", "TEXT SENDER {mode}"] },
			],
			{ minimumDelay: 15 },
		);
		const call = (name: string) =>
			ran(panel, `:cmd ${SECRET} script ${name}`).last;
		expect(call("night")).toBe("script");
		panel.wait(899);
		expect(call("in")).toBe("script");
		expect(call("night")).toBe("refused");
		panel.wait(1);
		expect(call("night")).toBe("script");
	});
});

test("wrong secrets are counted as wrong codes of this number, and nobody's are not compared", () => {
	const panel = scripted(["HOME"]);
	panel.text(":cmd wrong script night");
	panel.text(":cmd wrong script night", "+15550199");
	expect(panel.state.runtime.guard.wrongCodes).toEqual([
		{ from: "person 1", count: 1, at: panel.now },
	]);
	expect(panel.state.runtime.guard.strangers).toEqual([]);
});

test("neither the log nor the memory repeats what the panel lets in with", () => {
	const panel = scripted(["USRS:2,$pin", "TEXT SENDER done"]);
	panel.text(`:cmd ${SECRET} script night pin=4711`);
	panel.text(`:cmd ${SECRET}x script night pin=4712`);
	panel.text(`:cmd ${SECRET} script night pin=47110`);
	const { credentials } = panel.state;
	const told = JSON.stringify([logOf(panel.state), panel.state.runtime]);
	for (const secret of [SECRET, "4711", "4712", credentials.installerCode])
		expect(told).not.toContain(secret);
});
