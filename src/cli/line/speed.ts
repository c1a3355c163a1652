import type { Argv } from "yargs";
import { latest } from "../../panel/state/log.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { aheadClock } from "../../time/ahead-clock.ts";
import { thisMachine } from "../../time/machine.ts";
import { scaledClock } from "../../time/scaled-clock.ts";
import { steadyClock } from "../../time/steady-clock.ts";
import type { VirtualClock } from "../../time/virtual-clock.ts";
import { UsageError } from "./exit-code.ts";

/** `--speed`, for verbs that run a panel on a scaled clock. */
export function speedOption<O>(yargs: Argv<O>) {
	return yargs.option("speed", {
		type: "string",
		requiresArg: true,
		describe: "how fast the panel's time runs: 60 makes a minute of a second",
	});
}

/**
 * Reads the value of `--speed`.
 * @returns panel seconds in a real second; 1 by default
 * @throws UsageError for anything but a number above 0
 */
export function speedOf(text: string | undefined): number {
	if (text === undefined) return 1;
	const speed = /^[\d.]+(e\d+)?$/i.test(text) ? Number(text) : Number.NaN;
	if (speed > 0 && Number.isFinite(speed)) return speed;
	throw new UsageError(
		`--speed: a number above 0 such as 60 or 0.5, not ${text}`,
	);
}

/** The machine's clock, `speed` times as fast; it can be moved ahead. */
export function panelClock(speed: number): VirtualClock {
	const steady = steadyClock(thisMachine);
	return aheadClock(speed === 1 ? steady : scaledClock(steady, speed));
}

/** Moves the clock to the panel's latest instant, so that its time never runs backwards. */
export async function goOn(
	clock: VirtualClock,
	state: PanelState,
): Promise<void> {
	await clock.advanceTo(latest(state));
}
