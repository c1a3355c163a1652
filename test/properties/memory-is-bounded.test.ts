import { expect, test } from "vitest";
import { startPanel } from "../../src/device/panel.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { readTypedEvent } from "../../src/panel/typed-event.ts";
import { memoryStore } from "../../src/store/memory-store.ts";
import { DAY, MINUTE } from "../../src/time/units.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { ANNA, BOB, panelWithPeople } from "../support/panel-with-people.ts";
import { reportingTo } from "../support/readiness.ts";
import { testMailbox } from "../support/test-mailbox.ts";
import { NOON, PANEL } from "../support/texting.ts";

/** Every list that a panel remembers of what has happened, by its path. */
function lengths(value: unknown, path: string): [string, number][] {
	if (typeof value !== "object" || value === null) return [];
	const within = Object.entries(value).flatMap(([name, each]) =>
		Array.isArray(value) ? [] : lengths(each, `${path}.${name}`),
	);
	return Array.isArray(value) ? [[path, value.length]] : within;
}

test.each([
	{
		what: "whose reports and texts never leave",
		state: reportingTo(2),
		isOnAir: false,
		full: { ".log": 250, ".outbox": 250, ".notices": 100 },
	},
	{
		what: "that hears and sends by SMS",
		state: {
			...panelWithPeople,
			remote: { ...panelWithPeople.remote, recordUnknown: true },
		},
		isOnAir: true,
		full: {
			".log": 250,
			".guard.seen": 100,
			".guard.wrongCodes": 50,
			".guard.unknown": 20,
		},
	},
])(
	"a panel $what remembers no more after 200 days than after 100",
	async ({ state, isOnAir, full }) => {
		const clock = virtualClock(NOON);
		const panel = await startPanel({
			model: vst2752,
			number: PANEL,
			clock,
			store: memoryStore(state),
			onTrouble: (error) => {
				throw error;
			},
		});
		const mailbox = testMailbox();
		const room = isOnAir ? panel.serve(mailbox, () => {}) : null;
		const does = async (...steps: readonly string[]) => {
			for (const step of steps) {
				const read = readTypedEvent(step);
				if (!read.ok) throw new Error(step);
				await panel.happens(read.event);
			}
		};
		let strangers = 0;
		const aDay = async () => {
			await does("keypad 1234 disarm", "zone 1 open", "zone 1 close");
			await does("mains fail");
			await clock.advanceTo(clock.now() + 5 * MINUTE);
			await does("mains restore", "keypad 1111 disarm", "mqtt 1111 disarm");
			await does("zone 4 trip", "keypad 1234 disarm", "keypad 1234 away");
			const heard = async (from: string, text: string) => {
				const sentAt = clock.now();
				if (isOnAir) await mailbox.bring(text, { from, sentAt });
				else await panel.text({ from, text, sentAt });
			};
			for (const text of ["PROG 1111 USRS:1", "ARM", "sale"]) {
				strangers += 1;
				await heard(`+33690${100_000 + strangers}`, text);
			}
			await heard(ANNA, "ARM 1234");
			await heard(ANNA, "DISARM 0000");
			await heard(BOB, "ARM");
			await clock.advanceTo(clock.now() + DAY - 5 * MINUTE);
		};
		const after: PanelState[] = [];
		for (const _ of ["100 days", "200 days"]) {
			for (let day = 0; day < 100; day += 1) await aDay();
			after.push(panel.state);
		}
		const [before, then] = after.map(({ runtime }) => lengths(runtime, ""));
		expect(then).toEqual(before);
		expect(Object.fromEntries(then ?? [])).toMatchObject(full);
		const sizes = after.map((state) => JSON.stringify(state).length);
		expect((sizes[1] ?? 0) / (sizes[0] ?? 1)).toBeLessThan(1.02);
		mailbox.close();
		await room?.close();
		await panel.close();
	},
);
