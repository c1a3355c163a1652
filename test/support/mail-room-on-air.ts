import { setImmediate } from "node:timers/promises";
import { startPanel } from "../../src/device/panel.ts";
import type { MailEvent } from "../../src/firmware/mail-room.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { readTypedEvent } from "../../src/panel/typed-event.ts";
import { memoryStore } from "../../src/store/memory-store.ts";
import type { PanelStore } from "../../src/store/panel-store.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { having } from "./panel-builder.ts";
import { testMailbox } from "./test-mailbox.ts";
import { fresh, NOON, PANEL } from "./texting.ts";

export const SET_PIN = "PROG 7982 USRS:1,4321";

/** A store whose disk can be full. */
export function diskOf(state: PanelState): PanelStore & { isFull: boolean } {
	const memory = memoryStore(state);
	return {
		isFull: false,
		load: () => memory.load(),
		async save(next) {
			if (this.isFull) throw new Error("no space left");
			await memory.save(next);
		},
		close: () => memory.close(),
	};
}

/** Anna, and Bob who reads French. */
export function withPeople(): PanelState {
	const person = { type: "set-person", person: null } as const;
	return having(
		fresh(vst2752),
		{ ...person, name: "Anna", numbers: ["+33612345678"] },
		{ ...person, name: "Bob", numbers: ["+33687654321"], language: "fr" },
	);
}

interface Setting {
	readonly hourly?: number;
	readonly state?: PanelState;
	readonly store?: PanelStore;
}

/** A panel on a mailbox in virtual time, with every state that it saved. */
export async function onAir({
	hourly,
	state = fresh(vst2752),
	store,
}: Setting = {}) {
	const saved: PanelState[] = [];
	const events: MailEvent[] = [];
	const memory = memoryStore(state);
	const clock = virtualClock(NOON);
	const panel = await startPanel({
		model: vst2752,
		number: PANEL,
		clock,
		...(hourly === undefined ? {} : { hourly }),
		store: store ?? {
			load: () => memory.load(),
			save(next) {
				saved.push(next);
				return memory.save(next);
			},
			close: () => memory.close(),
		},
		onTrouble: (error) => events.push({ type: "trouble", error }),
	});
	const box = testMailbox();
	const room = panel.serve(box, (event) => {
		if (event.type === "trouble") events.push(event);
	});
	return {
		box,
		async happens(step: string) {
			const read = readTypedEvent(step);
			if (!read.ok) throw new Error(read.fault.message);
			await panel.happens(read.event);
			await setImmediate();
		},
		clock,
		saved,
		events,
		state: () => panel.state,
		/** When the siren started or stopped. */
		sirens: () =>
			panel.activity
				.from(1)
				.flatMap((activity) =>
					activity.type !== "event"
						? []
						: activity.outcome.effects.flatMap((effect) =>
								effect.type === "siren" ? [[activity.at, effect.on]] : [],
							),
				),
		async close() {
			box.close();
			await room.close();
		},
	};
}
