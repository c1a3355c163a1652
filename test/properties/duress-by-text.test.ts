/** Whoever texts the duress code in the place of the own PIN leaves what the own PIN leaves, and help is called. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { codeOf } from "../../src/firmware/answer/one-time-code.ts";
import { messages } from "../../src/firmware/outbox/next.ts";
import { withoutDuress } from "../../src/firmware/outbox/without-duress.ts";
import { respondToMail } from "../../src/firmware/respond-to-mail.ts";
import { mz8 } from "../../src/models/mz-8.ts";
import { plainWords } from "../../src/panel/state/remote-access.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { transition } from "../../src/panel/transition.ts";
import { readTypedEvent } from "../../src/panel/typed-event.ts";
import {
	ANNA,
	anna,
	BOB,
	bob,
	KEY,
	panelWithPeople,
} from "../support/panel-with-people.ts";
import { fresh, NOON, PANEL } from "../support/texting.ts";
import { watchedParts } from "../support/watched-panel.ts";

const DURESS = "9898";
const house: PanelState = {
	...fresh(mz8),
	users: panelWithPeople.users,
	...watchedParts,
	remote: {
		...panelWithPeople.remote,
		people: [anna, { ...bob, can: ["arm", "disarm", "bypass"], otpKey: KEY }],
	},
};
const phones = [
	{ from: ANNA, pin: "1234" },
	{ from: BOB, pin: "2222" },
];

const word = fc.constantFrom(
	...plainWords,
	...["BYPASS 3", "UNBYPASS 3", "ARM AT 22:30", "BYPASS", "ARM NOW", "DISRAM"],
);
const text = fc.oneof(
	word.map((said) => `${said} CODE`),
	word.map((said) => `CODE ${said}`),
	fc.constantFrom("OTPCODE", "OTP CODE", "CODE", "SMS DISABLE", "BYPASS 3"),
);
const deed = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({
			text,
			phone: fc.nat(1),
			minutesOld: fc.constantFrom(0, 0, 0, 20),
		}),
	},
	fc.record({
		step: fc.constantFrom(
			...["zone 1 open", "zone 1 close", "zone 3 open", "zone 3 close"],
			...["keypad 1234 away", "keypad 1234 remote on", "mains fail"],
		),
	}),
);
const evening = fc.array(
	fc.record({ deed, wait: fc.integer({ min: 0, max: 400_000 }) }),
	{ maxLength: 15 },
);
const rules = fc.record({
	minimumDelay: fc.constantFrom(0, 0, 5),
	confirmation: fc.subarray([
		{ word: "DISARM", by: "code" } as const,
		{ word: "BYPASS", by: "pin" } as const,
	]),
});

test("nothing that is told or answered says which code it was, and help is called", () => {
	let calls = 0;
	fc.assert(
		fc.property(evening, rules, (deeds, changes) => {
			const start = { ...house, remote: { ...house.remote, ...changes } };
			const [own, forced] = [false, true].map((isForced) => {
				let state: PanelState = start;
				let now = NOON;
				const told: unknown[] = [];
				for (const { deed, wait } of deeds) {
					now += wait;
					if ("step" in deed) {
						const read = readTypedEvent(deed.step);
						if (!read.ok) throw new Error(deed.step);
						state = transition(state, read.event, now).state;
					} else {
						const { from = "", pin = "" } = phones[deed.phone] ?? {};
						const otp = codeOf(KEY, Math.floor(now / 30_000));
						const said = deed.text
							.replace("OTP", otp)
							.replace("CODE", isForced ? DURESS : pin);
						const sentAt = now - deed.minutesOld * 60_000;
						const mail = { from, text: said, named: false, sentAt };
						const response = respondToMail(
							{ model: mz8, number: PANEL },
							state,
							{ ...mail, reference: null },
							now,
							30,
						);
						state = response.state;
						told.push(response.effects);
					}
					const seen = withoutDuress(state);
					// What was heard is remembered by a hash of it.
					const guard = { ...seen.runtime.guard, seen: [] };
					told.push({ ...seen, runtime: { ...seen.runtime, guard } });
					told.push([...messages(state)].map(({ sms }) => sms));
				}
				const help = state.runtime.outbox.filter(
					({ event }) => event === "duress",
				).length;
				return { told, help };
			});
			expect(forced?.told).toEqual(own?.told);
			expect(own?.help).toBe(0);
			calls += forced?.help ?? 0;
		}),
		{ numRuns: 300 },
	);
	expect(calls).toBeGreaterThan(300);
});
