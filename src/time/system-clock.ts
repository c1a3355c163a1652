import type { Clock } from "./clock.ts";
import { thisMachine } from "./machine.ts";

/**
 * The machine's clock. A wakeup comes after a length of time: that the clock is
 * set meanwhile neither delays nor hastens it. It keeps no process alive.
 */
export const systemClock: Clock = {
	now: () => thisMachine.wall(),
	at: (instant, wake) => thisMachine.after(instant - thisMachine.wall(), wake),
};
