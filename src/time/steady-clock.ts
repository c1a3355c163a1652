import type { Clock } from "./clock.ts";
import type { Machine } from "./machine.ts";
import { SECOND } from "./units.ts";

/** Smaller differences are left as they are: clocks are read one after the other. */
const TOLERANCE = SECOND;

const LOOK_EVERY = 30 * SECOND;

/**
 * A clock that shows a machine's time at first and then runs steadily, whatever
 * becomes of the machine's clock. `machine` says by how much that was set
 * meanwhile, and sets this clock too.
 */
export function steadyClock(machine: Machine): Clock {
	let offset = machine.wall() - machine.steady();
	const now = () => Math.floor(machine.steady() + offset);
	const difference = () => {
		const found = Math.round(machine.wall() - machine.steady() - offset);
		return Math.abs(found) < TOLERANCE ? 0 : found;
	};
	return {
		now,
		at: (instant, wake) => machine.after(instant - now(), wake),
		machine: {
			difference,
			follow(by) {
				offset += by;
			},
			watch(onSet) {
				let cancel: () => void;
				const look = () => {
					cancel = machine.after(LOOK_EVERY, look);
					if (difference() !== 0) onSet();
				};
				cancel = machine.after(LOOK_EVERY, look);
				return () => cancel();
			},
		},
	};
}
