import type { Panel } from "../../device/panel.ts";
import { durationText } from "../../time/duration.ts";
import type { VirtualClock } from "../../time/virtual-clock.ts";
import { describeHappening } from "../../views/describe-happening.ts";
import { complain, print } from "../line/print.ts";

/** Writes the time that passes by itself into a transcript. */
export interface PassingTime {
	/** Catches up and prints how much time has passed; called before each line. */
	pass(): Promise<void>;
	/** Notes that a line of the transcript itself moved the time. */
	ahead(to: { milliseconds: number } | { instant: number }): void;
	/** Does work whose result the transcript shows anyway, without printing it. */
	quietly<T>(work: () => Promise<T>): Promise<T>;
	end(): void;
}

/**
 * Writes `@ +30s` to the transcript where time has passed, so that a replay in
 * virtual time gives the same result; what the panel did by itself goes to stderr.
 * Times are whole seconds, as the panel's delays are.
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

/** For a transcript in which only its own lines move the time. */
export const noTimePasses: PassingTime = {
	pass: async () => {},
	ahead: () => {},
	quietly: (work) => work(),
	end: () => {},
};
