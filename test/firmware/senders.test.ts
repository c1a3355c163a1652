import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numberingOf } from "../../src/firmware/answer/numbering.ts";
import type { Response } from "../../src/firmware/answer/response.ts";
import { whyIgnored } from "../../src/firmware/answer/silence-reasons.ts";
import { respond } from "../../src/firmware/respond.ts";
import { respondToMail } from "../../src/firmware/respond-to-mail.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { senderOf } from "../../src/panel/state/sender.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { transition } from "../../src/panel/transition.ts";
import { LONGEST_TEXT } from "../../src/sms/segments.ts";
import {
	ANNA,
	anna,
	BOB,
	bob,
	panelWithPeople,
} from "../support/panel-with-people.ts";
import { spellingsOf } from "../support/spellings.ts";
import { fresh, NOON } from "../support/texting.ts";

const OWN = "+33612345600";
const STRANGER = "+33698765432";
const numbering = await numberingOf("FR");
const identity = { model: vst2752, number: OWN, numbering };
const house: PanelState = {
	...panelWithPeople,
	remote: {
		...panelWithPeople.remote,
		country: "FR",
		people: [{ ...anna, numbers: [ANNA, "Alarme"] }, bob],
	},
};

describe("a number in any spelling", () => {
	test("is one person", () => {
		fc.assert(
			fc.property(spellingsOf(ANNA), (from) => {
				const sender = senderOf(house.remote, { from }, numbering);
				expect([sender.person?.name, sender.key]).toEqual(["Anna", "person 1"]);
			}),
		);
	});

	test("is one stranger", () => {
		fc.assert(
			fc.property(spellingsOf(STRANGER), (from) => {
				const sender = senderOf(house.remote, { from }, numbering);
				expect([sender.person, sender.key]).toEqual([undefined, STRANGER]);
			}),
		);
	});

	test("is the panel's own, which is never answered", () => {
		fc.assert(
			fc.property(spellingsOf(OWN), (from) => {
				const { verdict } = texted(house, "PROG 7982 ECHO:", from);
				expect(verdict).toMatchObject({ reason: "own-number" });
			}),
		);
	});

	test("guesses three PINs, and no more than the same number in one spelling", () => {
		fc.assert(
			fc.property(
				fc.array(spellingsOf(ANNA), { minLength: 8, maxLength: 8 }),
				(spellings) => {
					let state = house;
					const replies = spellings.map((from, at) => {
						const response = texted(state, `DISARM 000${at}`, from);
						state = response.state;
						return response.reply !== null;
					});
					expect(replies).toEqual([
						...Array(3).fill(true),
						...Array(5).fill(false),
					]);
					expect(state.runtime.guard.wrongCodes).toEqual([
						{ from: "person 1", count: 3, at: NOON },
					]);
				},
			),
		);
	});

	test("is asked for a code and answers in another one", () => {
		let state = house;
		for (const [from, text] of [
			[ANNA, "BYPASS 3"],
			["06 12 34 56 78", "000000 1234"],
		] as const)
			state = texted(state, text, from).state;
		expect(state.runtime.guard.pending).toEqual([]);
		expect(state.runtime.guard.wrongCodes).toMatchObject([{ count: 1 }]);
	});

	test("has one hourly limit", () => {
		let state = house;
		const replies = [ANNA, "0612345678", "0033612345678"].map((from, at) => {
			const mail = { from, text: "STATUS", sentAt: NOON + at, ...whole };
			const response = respondToMail(identity, state, mail, NOON, 2);
			state = response.state;
			return response.verdict.type;
		});
		expect(replies).toEqual(["done", "done", "silence"]);
	});
});

describe("a name", () => {
	test.each([
		["0612345678", undefined, "name 0612345678"],
		["-0612345678", undefined, "name -0612345678"],
		[".0612345678", undefined, "name .0612345678"],
		["/0612345678", undefined, "name /0612345678"],
		[ANNA, undefined, `name ${ANNA}`],
		["person 1", undefined, "name person 1"],
		["alarme", undefined, "name alarme"],
		["Alarme", "Anna", "person 1"],
	])("%s is %s", (from, name, key) => {
		const sender = senderOf(house.remote, { from, named: true }, numbering);
		expect([sender.person?.name, sender.key]).toEqual([name, key]);
	});

	test("is nobody's number, whatever stands between its digits", () => {
		fc.assert(
			fc.property(
				spellingsOf(ANNA),
				fc.constantFrom("", "-", ".", "/", "(", " ", "\n"),
				(number, sign) => {
					const sms = { from: `${sign}${number}`, named: true };
					const { reply, state } = respond(
						identity,
						house,
						{ ...sms, text: "DISARM 1234" },
						NOON,
					);
					expect([reply, state.runtime.guard.wrongCodes]).toEqual([null, []]);
				},
			),
		);
	});
});

test("an installer is heard whatever a listed person gets wrong", () => {
	let state = {
		...house,
		remote: { ...house.remote, scriptSecret: "lamp" },
	};
	for (const text of [
		":cmd guess script night",
		"PROG 0000 ECHO:",
		"DISARM 0000",
		"PROG 0001 ECHO:",
	])
		state = { ...state, ...texted(state, text, ANNA).state };
	for (const enabled of [true, false]) {
		const people = state.remote.people.map((one) => ({ ...one, enabled }));
		state = { ...state, remote: { ...state.remote, people } };
		for (const code of ["0002", "0003", "0004"])
			state = { ...state, ...texted(state, `PROG ${code} ECHO:`, BOB).state };
	}
	expect(state.runtime.guard.strangers).toEqual([]);
	expect(texted(state, "PROG 7982 ECHO:", STRANGER).reply).toBe("ECHO:OK");
});

test("who is no person any more leaves no count to the next one", () => {
	const missed = texted(house, "DISARM 0000", ANNA).state;
	const event = {
		type: "remove-person",
		person: 1,
		by: { via: "local" },
	} as const;
	const { guard } = transition(missed, event, NOON).state.runtime;
	expect(guard.wrongCodes).toEqual([]);
});

describe("over the hourly limit", () => {
	const alarmed = transition(
		{
			...house,
			zones: house.zones.map((zone) => ({
				...zone,
				attribute: "fire" as const,
			})),
		},
		{
			type: "zone-signal",
			zone: 4,
			signal: "open",
			by: { via: "site" },
		},
		NOON,
	).state;
	const at = (text: string, from = ANNA) => {
		const mail = { from, text, sentAt: NOON, ...whole };
		return respondToMail(identity, alarmed, mail, NOON, 0).state.runtime;
	};

	test("a right code ends the alarm of a house that is not armed", () => {
		expect(alarmed.runtime.alarms).toHaveLength(1);
		expect(at("DISARM 1234").alarms).toEqual([]);
	});

	test("muting stops the siren", () => {
		expect([alarmed.runtime.siren, at("MUTE 1234").siren]).toEqual([
			true,
			false,
		]);
	});

	test("nothing else has an effect", () => {
		for (const text of ["DISARM 1235", "ARM", "STATUS"])
			expect(at(text).alarms).toHaveLength(1);
		expect(at("ARM").mode).toBe("disarm");
		// Bob may not disarm.
		expect(at("DISARM 2222", BOB).alarms).toHaveLength(1);
	});
});

describe("what comes in is bounded", () => {
	test("a sender longer than any address counts as withheld", () => {
		const long = "1".repeat(100_000);
		const { state, reply } = texted(house, "PROG 0000 ECHO:", long);
		expect(reply).toBeNull();
		expect(JSON.stringify(state).length).toBeLessThan(
			JSON.stringify(house).length + 500,
		);
		expect(state.runtime.guard.wrongCodes).toMatchObject([{ from: "" }]);
	});

	test("a text longer than SMS can carry is not read", () => {
		const text = `PROG 7982 USRS:2,2345,${"A".repeat(LONGEST_TEXT)}`;
		expect(texted(house, text, STRANGER).verdict).toMatchObject({
			type: "silence",
			reason: "too-long",
		});
		const fits = "PROG 7982 ECHO:".padEnd(LONGEST_TEXT);
		expect(texted(house, fits, STRANGER).reply).toBe("ECHO:OK");
	});
});

test("a stranger's text from which nothing comes changes nothing", () => {
	fc.assert(
		fc.property(fc.string(), fc.nat(), (text, reference) => {
			const mail = { ...whole, from: STRANGER, text, sentAt: NOON, reference };
			fc.pre(!text.includes("7982"));
			const { state, reply } = respondToMail(identity, house, mail, NOON, 30);
			expect(reply).toBeNull();
			expect(state).toBe(house);
		}),
	);
});

// Helpers

const whole = { reference: null, named: false };

function texted(state: PanelState, text: string, from: string): Response {
	return respond(identity, state, { from, text }, NOON);
}

describe("a withheld number", () => {
	test("is nobody, and the reason says so", () => {
		const by = { from: "", text: "ARM 1234" };
		const { verdict, state } = respond(identity, house, by, NOON);
		expect([verdict, state]).toEqual([
			{ type: "silence", reason: "unlisted", message: null },
			house,
		]);
		if (verdict.type !== "silence") throw new Error("it was answered");
		expect(whyIgnored(identity, by, verdict)).toEqual({
			code: "sender/withheld",
			message:
				"sender: withheld, and so nobody's; this is no installer message",
			hint: "let the phone show its number",
			start: 0,
			end: 8,
			parameter: null,
		});
	});

	test("is not answered on a network, whatever it asks for", () => {
		const mail = { text: "PROG 7982 ECHO:", sentAt: NOON, reference: null };
		const state = fresh(vst2752);
		const texted = (from: string) =>
			respondToMail(
				identity,
				state,
				{ ...mail, from, named: false },
				NOON,
				Number.POSITIVE_INFINITY,
			);
		expect(texted(STRANGER).state.runtime.outgoing).toMatchObject([
			{ to: STRANGER, text: "ECHO:OK" },
		]);
		expect(texted("").state.runtime.outgoing).toEqual([]);
	});
});
