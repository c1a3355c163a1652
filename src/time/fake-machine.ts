import type { Machine } from "./machine.ts";

/** A machine whose time passes, and whose clock is set, when its holder says so. */
export interface FakeMachine extends Machine {
	/** Sets the clock by so many milliseconds, back if negative. */
	set(by: number): void;
	/** Lets time pass. Calls every wakeup that is due on the way and waits for it. */
	pass(milliseconds: number): Promise<void>;
}

interface Wakeup {
	readonly due: number;
	readonly wake: () => void | Promise<void>;
}

/** @param start what its clock shows first, in milliseconds since 1970-01-01T00:00:00Z */
export function fakeMachine(start: number): FakeMachine {
	let steady = 0;
	let offset = start;
	const wakeups = new Set<Wakeup>();
	return {
		wall: () => steady + offset,
		steady: () => steady,
		after(length, wake) {
			const wakeup = { due: steady + Math.max(0, length), wake };
			wakeups.add(wakeup);
			return () => void wakeups.delete(wakeup);
		},
		set(by) {
			offset += by;
		},
		async pass(milliseconds) {
			const end = steady + milliseconds;
			for (;;) {
				const [next] = [...wakeups].sort((a, b) => a.due - b.due);
				if (next === undefined || next.due > end) break;
				wakeups.delete(next);
				steady = Math.max(steady, next.due);
				await next.wake();
			}
			steady = end;
		},
	};
}
