import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { respondToMail } from "../../src/firmware/respond-to-mail.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { anyCharacter } from "../support/arbitraries.ts";
import { anna, panelWithPeople } from "../support/panel-with-people.ts";
import { NOON, PANEL, PHONE } from "../support/texting.ts";
import { watchedParts } from "../support/watched-panel.ts";

const remote = {
	...panelWithPeople.remote,
	people: [{ ...anna, numbers: [PHONE] }],
};

test("a text of somebody listed is remembered by the SHA-256 of what the network says of it, cut to 22 digits", () => {
	fc.assert(
		fc.property(
			fc.string({ unit: anyCharacter }),
			fc.nat(),
			(text, reference) => {
				const mail = {
					from: PHONE,
					text,
					sentAt: NOON,
					reference,
					named: false,
				};
				const identity = { model: vst2752, number: PANEL };
				const { state } = respondToMail(
					identity,
					{ ...panelWithPeople, remote },
					mail,
					NOON,
					30,
				);
				const hash = createHash("sha256")
					.update(JSON.stringify([PHONE, text, NOON, reference]))
					.digest("base64url");
				expect(state.runtime.guard.seen).toEqual([hash.slice(0, 22)]);
			},
		),
	);
});

test("what strangers text pushes out neither that a text was heard nor how many were", () => {
	const panel = { model: vst2752, number: PANEL };
	const house = {
		...panelWithPeople,
		remote: { ...remote, recordUnknown: true },
	};
	const mail = (from: string, text: string) => ({
		from,
		text,
		sentAt: NOON,
		reference: null,
		named: false,
	});
	const arm = mail(PHONE, "HOME");
	const { state: armed } = respondToMail(panel, house, arm, NOON, 30);
	let state = armed;
	for (let count = 100; count < 300; count += 1) {
		const text = count % 2 === 0 ? "hello" : "PROG 0000 MODE:D";
		const stranger = mail(`+49151123${count}`, text);
		({ state } = respondToMail(panel, state, stranger, NOON + count, 30));
	}
	const { seen, heard, unknown } = state.runtime.guard;
	expect(seen).toContain(armed.runtime.guard.seen[0]);
	expect(heard).toContainEqual({ from: "person 1", times: [NOON] });
	expect(unknown).toHaveLength(20);
	expect(respondToMail(panel, state, arm, NOON + 400, 30).verdict).toEqual({
		type: "silence",
		reason: "repeat",
		message: null,
	});
});

test("above the hourly limit who is forced calls for help, and nothing else shows", () => {
	const panel = { model: vst2752, number: PANEL };
	const { reporting } = watchedParts;
	const house = { ...panelWithPeople, remote, reporting };
	const [forced, own] = ["9898", "1234"].map((pin) => {
		const text = `DISARM ${pin}`;
		const sms = { from: PHONE, text, sentAt: NOON, reference: null };
		return respondToMail(panel, house, { ...sms, named: false }, NOON, 0);
	});
	expect(own?.state).toEqual(house);
	const { outbox } = forced?.state.runtime ?? house.runtime;
	expect(outbox.map(({ event }) => event)).toEqual(["duress"]);
	const { runtime } = forced?.state ?? house;
	expect({ ...runtime, outbox: [], reports: 0 }).toEqual(house.runtime);
	expect([forced?.reply, forced?.verdict]).toEqual([own?.reply, own?.verdict]);
});

test.each(["DISARM 1234", "DISARM 4321"])(
	"above the hourly limit %s that the network brings again is not done again",
	(text) => {
		const panel = { model: vst2752, number: PANEL };
		const armed: PanelState = {
			...panelWithPeople,
			remote,
			runtime: { ...panelWithPeople.runtime, mode: "away" },
		};
		const mail = { from: PHONE, text, named: false, sentAt: NOON };
		const heard = (state: PanelState, later: number) =>
			respondToMail(panel, state, { ...mail, reference: null }, later, 0);
		const once = heard(armed, NOON);
		const { runtime } = once.state;
		const again = {
			...once.state,
			runtime: { ...runtime, mode: "away" },
		} as const;
		const twice = heard(again, NOON + 60_000);
		expect(once.state).not.toEqual(armed);
		expect(twice.verdict).toMatchObject({ type: "silence", reason: "repeat" });
		expect(twice.state).toEqual(again);
		expect(runtime.guard.heard).toEqual([]);
	},
);

test("a stranger's text that the network brings twice is recorded once", () => {
	const panel = { model: vst2752, number: PANEL };
	const house = {
		...panelWithPeople,
		remote: { ...remote, recordUnknown: true },
	};
	const from = "+49151123100";
	const mail = { from, text: "hello", sentAt: NOON, reference: null };
	const once = respondToMail(
		...([panel, house, { ...mail, named: false }, NOON, 30] as const),
	);
	const twice = respondToMail(
		...([panel, once.state, { ...mail, named: false }, NOON + 1, 30] as const),
	);
	expect(twice.verdict).toEqual({
		type: "silence",
		reason: "repeat",
		message: null,
	});
	expect(twice.state.runtime.guard.unknown).toEqual([
		{ from, at: NOON, count: 1 },
	]);
});
