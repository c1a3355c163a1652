import { describe, expect, test } from "vitest";
import { numberingOf } from "../../../src/firmware/answer/numbering.ts";
import { whyIgnored } from "../../../src/firmware/answer/silence-reasons.ts";
import { respond } from "../../../src/firmware/respond.ts";
import { respondToMail } from "../../../src/firmware/respond-to-mail.ts";
import { modelNamed } from "../../../src/models/models.ts";
import { vst2752 } from "../../../src/models/vst-2752.ts";
import type { SetPerson } from "../../../src/panel/state/event.ts";
import {
	factoryState,
	type PanelState,
} from "../../../src/panel/state/state.ts";
import { transition } from "../../../src/panel/transition.ts";
import { factory, having } from "../../support/panel-builder.ts";
import { panelWithZones } from "../../support/panel-with-zones.ts";
import { NOON, PANEL, PHONE } from "../../support/texting.ts";

const ANNA = "+33612345678";
const anna: SetPerson = {
	type: "set-person",
	person: null,
	name: "Anna",
	numbers: [ANNA],
	can: ["arm"],
};
const identity = { model: vst2752, number: PANEL };
const ARM = "PROG 7982 MODE:A";

/** The reply, or why there is none and what would help. */
function told(state: PanelState, from: string, text = ARM): unknown {
	const { reply, verdict } = respond(
		identity,
		state,
		{ from, text },
		NOON + 60_000,
	);
	if (verdict.type !== "silence") return reply;
	const { code, hint } = whyIgnored(identity, { from, text }, verdict);
	return [code, hint];
}

describe("once there are people, installer messages change the mode", () => {
	const state = having(factory, anna);

	test("for nobody else, and the silence says what would let them in", () => {
		expect(told(factory, PHONE)).toBe("MODE:OK");
		expect(told(state, PHONE)).toEqual([
			"sender/not-installer",
			"people add +15550101 --name NAME --can program",
		]);
		expect(told(state, "")).toEqual([
			"sender/not-installer",
			"a withheld number is nobody's",
		]);
	});

	test("for a listed person who may program, and no other", () => {
		expect(told(state, ANNA)).toEqual([
			"sender/not-installer",
			`people add ${ANNA} --can arm,program`,
		]);
		const may = { ...anna, person: 1, can: ["program"] } as const;
		expect(told(having(state, may), ANNA)).toBe("MODE:OK");
		const off = having(state, may, {
			type: "set-person",
			person: 1,
			enabled: false,
		});
		expect(told(off, ANNA)).toEqual([
			"sender/not-installer",
			`people enable ${ANNA}`,
		]);
	});

	test("for anyone where that is set", () => {
		const open = having(state, {
			type: "set-remote",
			remote: { installer: "anyone" },
		});
		expect(told(open, PHONE)).toBe("MODE:OK");
	});

	test.each(["listed", "anyone"] as const)(
		"while remote control is on, and not by an old text, from %s",
		(installer) => {
			const may = having(
				state,
				{ ...anna, person: 1, can: ["program"] },
				{ type: "set-remote", remote: { installer } },
			);
			const at = (minutes: number, house = may) => {
				const sms = { from: ANNA, text: ARM, sentAt: NOON - minutes * 60_000 };
				const { reply, verdict } = respond(identity, house, sms, NOON);
				return verdict.type === "silence"
					? whyIgnored(identity, sms, verdict).code
					: reply;
			};
			expect([at(15), at(16)]).toEqual(["MODE:OK", "person/too-old"]);
			const remote = { enabled: false };
			const off = having(may, { type: "set-remote", remote });
			expect(at(0, off)).toBe("person/remote-off");
			expect(told(off, ANNA, "PROG 7982 USRS:2,4321")).toBe("USRS:OK");
			expect(told(off, ANNA, "PROG 7982 MOD?")).toBe("MODE?D");
		},
	);

	test("a panel of another maker goes by the same rules", () => {
		const model = modelNamed("visonic") ?? vst2752;
		const house = having(factoryState(model.name, model.sections), anna);
		const said = (text: string, from: string, by = house) => {
			const sms = { from, text };
			const answered = respond({ model, number: PANEL }, by, sms, NOON);
			const { verdict, state: after } = answered;
			const { mode, into } = after.runtime;
			return [verdict.type === "silence" ? verdict.reason : null, into ?? mode];
		};
		expect(said("AWAY 1234", PHONE)).toEqual(["not-installer", "disarm"]);
		expect(said("STATUS 1234", PHONE)).toEqual([null, "disarm"]);
		const may = having(house, { ...anna, person: 1, can: ["program"] });
		expect(said("AWAY 1234", ANNA, may)).toEqual([null, "away"]);
		const nobody = factoryState(model.name, model.sections);
		expect(said("AWAY 1234", PHONE, nobody)).toEqual([null, "away"]);
	});

	test("what fell due before a text that is not heard is told all the same", () => {
		const alarmed = having(
			{ ...panelWithZones(["entry"]), remote: state.remote },
			{ type: "set-mode", mode: "away" },
		);
		const by = { via: "site" } as const;
		const signal = { type: "zone-signal", zone: 1, signal: "open" } as const;
		const opened = transition(alarmed, { ...signal, by }, NOON + 60_000).state;
		for (const text of [ARM, "PROG 0000 MODE:A", "GORP 7982 MODE:A", "hello"]) {
			const sms = { from: PHONE, text };
			const { effects } = respond(identity, opened, sms, NOON + 120_000);
			expect([text, effects]).toEqual([text, [{ type: "siren", on: true }]]);
		}
	});

	test("but programming and questions stay as they are", () => {
		expect(told(state, PHONE, "PROG 7982 USRS:2,4321")).toBe("USRS:OK");
		expect(told(state, PHONE, "PROG 7982 MODE:X")).toBe("MODE:ERROR");
	});

	test("a name that looks like a listed number is nobody's", async () => {
		const may = having(state, { ...anna, person: 1, can: ["program"] });
		const numbering = await numberingOf("FR");
		const sms = { from: ANNA, text: ARM, named: true };
		const { verdict } = respond({ ...identity, numbering }, may, sms, NOON);
		expect(verdict).toMatchObject({ type: "silence", reason: "not-installer" });
	});
});

test.each(["STATUS", "Disarm 1234!", "stauts", "hello"])(
	"where nobody is listed, %s is met with silence, for the reason that is its own",
	(text) => {
		const isPlain = text !== "stauts" && text !== "hello";
		expect(told(factory, PHONE, text)).toEqual(
			isPlain
				? [
						"sender/unlisted",
						"people add +15550101 --name NAME --user 1 --can arm,disarm",
					]
				: ["message/code", "write PWORD CODE WORD:p1,p2"],
		);
	},
);

describe("guessing", () => {
	const WRONG = "PROG 0000 MODE:D";
	const may = having(factory, { ...anna, can: ["program"] });

	/** The state after so many wrong codes, each from another number. */
	function guessed(count: number): PanelState {
		let state = may;
		for (let nth = 0; nth < count; nth += 1)
			({ state } = respond(
				identity,
				state,
				{ from: `+155502${nth}`, text: WRONG },
				NOON,
			));
		return state;
	}

	test("shuts out all strangers, whatever they know, and no listed number", () => {
		const state = guessed(10);
		const usrs = "PROG 7982 USRS:2,4321";
		expect(told(state, PHONE, usrs)).toEqual([
			"sender/strangers",
			"wait, text from a listed number, or disarm at the keypad",
		]);
		expect(told(state, ANNA, usrs)).toBe("USRS:OK");
		expect(told(guessed(9), PHONE, usrs)).toBe("USRS:OK");
	});

	test("counts who knows the code and guesses keywords, but no listed number", () => {
		const heardFrom = (from: string, text: string) =>
			respond(identity, may, { from, text }, NOON).state.runtime.guard
				.strangers;
		const guess = "GATE 7982 USRS:2,4321";
		expect(heardFrom(PHONE, guess)).toEqual([NOON]);
		expect(heardFrom(PHONE, "GATE 7983 USRS:2,4321")).toEqual([]);
		expect(heardFrom(ANNA, guess)).toEqual([]);
	});

	test("three wrong codes shut a listed number, and the keypad still disarms", () => {
		let state = may;
		for (let nth = 0; nth < 3; nth += 1)
			({ state } = respond(
				identity,
				state,
				{ from: ANNA, text: WRONG },
				NOON + 59_000,
			));
		expect(told(state, ANNA)).toEqual([
			"sender/shut",
			"wait, or disarm at the keypad",
		]);
	});
});

test("above the hourly limit only disarming is heard, from who may", () => {
	const state = having(
		factory,
		{ ...anna, can: ["program", "disarm"] },
		{ type: "set-timers", exitAway: 0 },
		{ type: "set-mode", mode: "away" },
	);
	const mail = (text: string, from = ANNA) => ({
		from,
		text,
		named: false,
		sentAt: null,
		reference: null,
	});
	const heard = (text: string, from?: string) => {
		const { state: after, reply } = respondToMail(
			identity,
			state,
			mail(text, from),
			NOON + 60_000,
			0,
		);
		return [after.runtime.mode, reply, after.users.length];
	};
	expect(heard("PROG 7982 MODE:D")).toEqual(["disarm", null, 1]);
	expect(heard("PROG 7982 USRS:2,4321")).toEqual(["away", null, 1]);
	expect(heard("PROG 7982 MODE:D", PHONE)).toEqual(["away", null, 1]);
});
