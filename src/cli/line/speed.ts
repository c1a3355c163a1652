import type { Argv } from "yargs";
import { latest } from "../../panel/state/log.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { aheadClock } from "../../time/ahead-clock.ts";
import { thisMachine } from "../../time/machine.ts";
import { scaledClock } from "../../time/scaled-clock.ts";
import { steadyClock } from "../../time/steady-clock.ts";
import type { VirtualClock } from "../../time/virtual-clock.ts";
import { UsageError } from "./exit-code.ts";

/** The option of the verbs whose panel has a time of its own. */
export function speedOption<O>(yargs: Argv<O>) {
	return yargs.option("speed", {
		type: "string",
		requiresArg: true,
		describe: "how fast the panel's time runs: 60 makes a minute of a second",
	});
}

/**
 * Reads what stands behind `--speed`.
 * @returns how many seconds a second is; 1 where nothing is said
 * @throws UsageError for what is no number above 0
 */
export function speedOf(text: string | undefined): number {
	if (text === undefined) return 1;
	const speed = /^[\d.]+(e\d+)?$/i.test(text) ? Number(text) : Number.NaN;
	if (speed > 0 && Number.isFinite(speed)) return speed;
	throw new UsageError(
		`--speed: a number above 0, as 60 or 0.5; this is ${text}`,
	);
}

/** The machine's clock, so many times as fast, that can be moved ahead. */
export function panelClock(speed: number): VirtualClock {
	const steady = steadyClock(thisMachine);
	return aheadClock(speed === 1 ? steady : scaledClock(steady, speed));
}

/** Begins where a panel left off whose time ran ahead: it never runs backwards. */
export async function goOn(
	clock: VirtualClock,
	state: PanelState,
): Promise<void> {
	await clock.advanceTo(latest(state));
}
