import * as fc from "fast-check";
import { expect, test } from "vitest";
import { numberingOf } from "../../src/firmware/answer/numbering.ts";
import type { Response } from "../../src/firmware/answer/response.ts";
import { respond } from "../../src/firmware/respond.ts";
import { mz8 } from "../../src/models/mz-8.ts";
import {
	areStrangersShut,
	isSenderShut,
} from "../../src/panel/remote/guard.ts";
import type { Happening, PanelEvent } from "../../src/panel/state/event.ts";
import type { Numbering } from "../../src/panel/state/phone-number.ts";
import type { Person } from "../../src/panel/state/remote-access.ts";
import { type RawSender, senderOf } from "../../src/panel/state/sender.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { transition } from "../../src/panel/transition.ts";
import { seededRandom } from "../../src/time/seeded-random.ts";
import {
	ANNA,
	anna,
	BOB,
	bob,
	panelWithPeople,
} from "../support/panel-with-people.ts";
import { spellingsOf } from "../support/spellings.ts";
import { NOON, PANEL } from "../support/texting.ts";

/*
 * A guess a second, a million of them, eleven and a half days long. What counts
 * is how many of them are compared at all: that times the chance of one guess is
 * the chance that somebody gets in.
 */
const guesses = Number(process.env.BRUTE_GUESSES ?? 1_000_000);
const seed = Number(process.env.BRUTE_SEED ?? 20_261_120);

/** Guesses between two looks at whether the owner can still disarm. */
const watch = 5_000;

/** What the owner's bulk SMS account calls itself. */
const NAME = "ANNA HOME";

const owner: Person = {
	...anna,
	numbers: [ANNA, NAME],
	notices: ["troubles"],
};
const neighbour: Person = {
	...bob,
	can: ["arm", "disarm"],
	notices: ["troubles"],
};

/** PINs 1234, 2222 and, under duress, 9898; a P-Word and a code of its own. */
const besieged: PanelState = {
	...panelWithPeople,
	model: "mz-8",
	credentials: {
		...panelWithPeople.credentials,
		keyword: "GATE",
		installerCode: "8306",
	},
	remote: {
		...panelWithPeople.remote,
		people: [owner, neighbour],
		recordUnknown: true,
	},
};

interface Siege {
	readonly name: string;
	readonly senders: readonly RawSender[];
	/** What is texted; the second where the first is asked for a code. */
	readonly texts: (random: () => number) => readonly string[];
	/** Whether a right guess would be let in at the moment. */
	readonly isHeard: (state: PanelState, from: string, now: number) => boolean;
	/** The chance of a guess that is compared. */
	readonly chance: number;
	/** How many of the guesses may be compared at most. */
	readonly most: number;
	/** How often each of the two people is told. */
	readonly told: number;
}

const numbering = remembered(await numberingOf("FR"));
const listed = [{ from: ANNA }];
const spellings = fc.sample(spellingsOf(ANNA), { numRuns: 300, seed: 1 });
/** All that reaches the owner: every spelling of the number, and the name. */
const spelled = spellings.map((from, at) =>
	at % 10 === 0 ? { from: NAME, named: true } : { from },
);
const one = [{ from: "+15550999" }];
const thousand = Array.from({ length: 1000 }, (_, at) => ({
	from: `+1555${1e6 + at}`,
}));
/** What looks like the owner and is nobody: names that spell the number, other digits. */
const lookalikes = spellings.flatMap((from) => [
	{ from, named: true },
	...["\u0660", "\u06f0", "\u0966", "\uff10"].map((zero) => ({
		from: inDigitsFrom(zero, from),
	})),
]);
const strangers = thousand.map(
	(sender, at) => (at % 2 === 0 ? sender : lookalikes[at]) ?? sender,
);

const pin = (random: () => number) => [`DISARM ${digits(random, 4)}`];
const installer = (random: () => number) => [
	`GATE ${digits(random, 4)} USRS:1,1,0000`,
];
const pWord = (random: () => number) => [
	`${letters(random, 4)} 8306 USRS:1,1,0000`,
];
const both = (random: () => number) => [
	`${letters(random, 4)} ${digits(random, 4)} USRS:1,1,0000`,
];
const oneTime = (random: () => number) => [
	"BYPASS 3",
	`${digits(random, 6)}1234`,
];

const ofListed: Siege["isHeard"] = (state, from, now) =>
	!isSenderShut(state, from, now);
const ofStranger: Siege["isHeard"] = (state, from, now) =>
	!areStrangersShut(state, now) && !isSenderShut(state, from, now);

/** Three and six doublings, then one an hour. */
const alone = 9 + guesses / 3600;

const sieges: readonly Siege[] = [
	{
		name: "the PIN, from a listed person's number",
		senders: listed,
		texts: pin,
		isHeard: ofListed,
		// The person's own and that of duress.
		chance: 2 / 10_000,
		most: alone,
		told: 1,
	},
	{
		name: "the PIN, from a listed person's name, and number in every spelling",
		senders: spelled,
		texts: pin,
		isHeard: ofListed,
		chance: 2 / 10_000,
		most: alone,
		told: 1,
	},
	{
		name: "the installer's code, from a listed person's name, and number in every spelling",
		senders: spelled,
		texts: installer,
		isHeard: ofListed,
		chance: 1 / 10_000,
		most: alone,
		told: 1,
	},
	{
		name: "a one-time code, by who knows the PIN and has the phone",
		senders: listed,
		texts: oneTime,
		isHeard: ofListed,
		chance: 2 / 1_000_000,
		most: alone,
		told: 1,
	},
	{
		name: "the PIN, from a thousand numbers, half of them names and digits that look like a listed one",
		senders: strangers,
		texts: pin,
		isHeard: () => false,
		chance: 0,
		most: 0,
		told: 0,
	},
	{
		name: "the installer's code, from one number",
		senders: one,
		texts: installer,
		isHeard: ofStranger,
		chance: 1 / 10_000,
		most: alone,
		told: 1,
	},
	{
		name: "the installer's code, from a thousand numbers",
		senders: thousand,
		texts: installer,
		isHeard: ofStranger,
		chance: 1 / 10_000,
		most: 10 + guesses / 3600,
		told: 1,
	},
	{
		name: "the P-Word, by who knows the code, from a thousand numbers",
		senders: thousand,
		texts: pWord,
		isHeard: ofStranger,
		chance: 1 / 26 ** 4,
		most: 10 + guesses / 3600,
		told: 1,
	},
	{
		name: "P-Word and code, from a thousand numbers",
		senders: thousand,
		texts: both,
		isHeard: ofStranger,
		chance: 1 / 26 ** 4 / 10_000,
		// What has neither right may be anything, and shuts nobody out.
		most: guesses,
		told: 0,
	},
];

test.each(sieges)("$name", (siege) => {
	const { name, senders, texts, isHeard, chance, most, told } = siege;
	const random = seededRandom(seed);
	const panel = new Besieged();
	let compared = 0;
	const gotIn: string[] = [];
	for (let at = 0; at < guesses; at += 1) {
		panel.now += 1000;
		const sender = senders[at % senders.length] ?? { from: "" };
		const { key } = senderOf(panel.state.remote, sender, numbering);
		if (isHeard(panel.state, key, panel.now)) compared += 1;
		for (const text of texts(random)) {
			const { verdict } = panel.hear(sender, text);
			if (verdict.type === "done") gotIn.push(text);
			if (verdict.type !== "asked") break;
		}
		if (at % watch === watch - 1) panel.isStillTheirs();
	}
	console.log(
		`${name}: ${compared} of ${guesses} guesses compared, chance ${(compared * chance).toExponential(1)}`,
	);
	expect(gotIn).toEqual([]);
	expect(compared).toBeLessThanOrEqual(most);
	expect(panel.told).toEqual(
		new Map(told === 0 ? [] : [owner, neighbour].map(({ id }) => [id, told])),
	);
	expect(panel.state.credentials).toBe(besieged.credentials);
	expect(panel.state.users).toBe(besieged.users);
	expect(panel.state.zones).toEqual(besieged.zones);
});

// Helpers

/** A panel under siege, and the people who live there. */
class Besieged {
	state = besieged;
	now = NOON;
	/** Warnings by person. */
	readonly told = new Map<number, number>();

	hear(sender: RawSender, text: string): Response {
		const identity = { model: mz8, number: PANEL, numbering };
		const sms = { ...sender, text };
		const response = respond(identity, this.state, sms, this.now);
		this.state = response.state;
		this.sendNotices();
		return response;
	}

	/** Who is not being tried arms and disarms, and so does the keypad. */
	isStillTheirs(): void {
		const replies = ["ARM", "DISARM 2222", "HOME"].map(
			(text) => this.hear({ from: BOB }, text).reply,
		);
		expect(replies).toEqual([
			"Arming away: 30 s to leave.",
			"The house is disarmed.",
			"Arming home: 30 s.",
		]);
		this.happens({ type: "keypad", code: "1234", mode: "disarm" });
		expect(this.state.runtime.mode).toBe("disarm");
	}

	private happens(happening: Happening): void {
		const by: PanelEvent["by"] = { via: "keypad" };
		this.state = transition(this.state, { ...happening, by }, this.now).state;
		this.sendNotices();
	}

	private sendNotices(): void {
		for (const { id, person, about } of this.state.runtime.notices) {
			if (about === "guessing")
				this.told.set(person, (this.told.get(person) ?? 0) + 1);
			const by: PanelEvent["by"] = { via: "clock" };
			const event = { type: "notice-sent", notice: id, by } as const;
			this.state = transition(this.state, event, this.now).state;
		}
	}
}

/** A million guesses come from a thousand numbers, and a plan reads each of them once. */
function remembered({ country, normal }: Numbering): Numbering {
	const known = new Map<string, string>();
	return {
		country,
		normal(text) {
			const number = known.get(text) ?? normal(text);
			known.set(text, number);
			return number;
		},
	};
}

/** The same number in the digits of another script. */
function inDigitsFrom(zero: string, number: string): string {
	const first = zero.charCodeAt(0);
	return number.replace(/[0-9]/g, (digit) =>
		String.fromCharCode(first + Number(digit)),
	);
}

function digits(random: () => number, count: number): string {
	return String(Math.floor(random() * 10 ** count)).padStart(count, "0");
}

function letters(random: () => number, count: number): string {
	return Array.from({ length: count }, () =>
		String.fromCharCode(65 + Math.floor(random() * 26)),
	).join("");
}
