import type { Clock } from "../../time/clock.ts";
import { beginsWith } from "./at-parameters.ts";
import { namesIn } from "./unsolicited.ts";

/**
 * How a modem answers a marker: a command whose answer bears the command's name.
 * - `recognised`: by that name, so everything that came before was stale;
 * - `unknown`: by results alone, then nothing for a while: a modem without the command;
 * - `stale`: by results of other commands, then nothing for a while;
 * - `silent`: by no result at all;
 * - `gone`: the line is gone.
 */
export type MarkerOutcome =
	| "recognised"
	| "unknown"
	| "stale"
	| "silent"
	| "gone";

export interface MarkerParts {
	/** The command line: `AT+CSQ`. */
	readonly line: string;
	readonly clock: Clock;
	/** Milliseconds within which a modem answers. */
	readonly timeout: number;
	/** The modem is at its prompt: leaves it and writes the command again. */
	readonly leavePrompt: () => void;
}

// A modem that prompts more often than this does not leave its prompt.
const mostPrompts = 3;

/** A command by whose answer a session finds into step with its modem. */
export class MarkerExchange {
	readonly outcome: Promise<MarkerOutcome>;
	readonly line: string;
	readonly awaitsData = false;
	private readonly parts: MarkerParts;
	private readonly name: string;
	private recognised = false;
	private unnamed: "unknown" | "stale" | "silent" = "silent";
	private prompts = 0;
	private cancelTimer: () => void = () => {};
	private readonly settle: (outcome: MarkerOutcome) => void;

	constructor(parts: MarkerParts) {
		this.parts = parts;
		this.line = parts.line;
		this.name = namesIn(parts.line)[0] ?? "";
		let resolve: (outcome: MarkerOutcome) => void = () => {};
		this.outcome = new Promise((done) => {
			resolve = done;
		});
		this.settle = (outcome) => {
			this.cancelTimer();
			resolve(outcome);
		};
		this.startTime();
	}

	isEcho(text: string): boolean {
		return text === this.line;
	}

	prompted(): boolean {
		this.prompts += 1;
		if (this.prompts <= mostPrompts) this.parts.leavePrompt();
		return true;
	}

	add(text: string): void {
		if (beginsWith(text, this.name)) this.recognised = true;
		else this.unnamed = "stale";
	}

	data(): void {}

	finish(): void {
		if (this.recognised) {
			this.settle("recognised");
			return;
		}
		if (this.unnamed === "silent") this.unnamed = "unknown";
		// It may be another command's, and this one's still to come.
		this.startTime();
	}

	fail(): void {
		this.settle("gone");
	}

	private startTime(): void {
		const { clock, timeout } = this.parts;
		this.cancelTimer();
		this.cancelTimer = clock.at(clock.now() + timeout, () =>
			this.settle(this.unnamed),
		);
	}
}
