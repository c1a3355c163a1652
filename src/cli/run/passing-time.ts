import type { Panel } from "../../device/panel.ts";
import { durationText } from "../../time/duration.ts";
import type { VirtualClock } from "../../time/virtual-clock.ts";
import { describeHappening } from "../../views/describe-happening.ts";
import { complain, print } from "../line/print.ts";

/** How a transcript keeps up with a time that passes by itself. */
export interface PassingTime {
	/** Catches up, and says how much time has passed, before the next line. */
	pass(): Promise<void>;
	/** The transcript itself says that it becomes so much later, or this instant. */
	ahead(to: { milliseconds: number } | { instant: number }): void;
	/** Does what the transcript tells of anyway. */
	quietly<T>(work: () => Promise<T>): Promise<T>;
	end(): void;
}

/**
 * Writes `@ +30s` to the transcript where time has passed, so that a replay in
 * virtual time comes to the same, and to stderr what the panel did by itself.
 * Whole seconds are told, as the panel's delays are whole seconds: what falls
 * due 30 seconds behind a line does so in the replay.
 */
export function passingTime(panel: Panel, clock: VirtualClock): PassingTime {
	let told = clock.now();
	let seen = panel.state;
	let isQuiet = false;
	const tellTime = () => {
		const seconds = Math.floor((clock.now() - told) / 1000);
		if (seconds <= 0) return;
		print(`@ +${durationText(seconds * 1000)}`);
		told += seconds * 1000;
	};
	const stop = panel.onChange(() => {
		if (isQuiet) return;
		tellTime();
		complain(describeHappening(seen, panel.state));
		seen = panel.state;
	});
	return {
		async pass() {
			await panel.catchUp();
			tellTime();
		},
		ahead(to) {
			told = "instant" in to ? to.instant : told + to.milliseconds;
		},
		async quietly(work) {
			isQuiet = true;
			try {
				return await work();
			} finally {
				isQuiet = false;
				seen = panel.state;
			}
		},
		end: stop,
	};
}

/** Where only the transcript's own lines move the time. */
export const noTimePasses: PassingTime = {
	pass: async () => {},
	ahead: () => {},
	quietly: (work) => work(),
	end: () => {},
};
