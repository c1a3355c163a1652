import { howMany } from "../../how-many.ts";
import type { Progress } from "../../replay/run/replay.ts";
import type { Clock } from "../../time/clock.ts";

/** Where progress is shown: stderr, or what stands for it. */
export interface ProgressStream {
	readonly isTTY?: boolean;
	readonly columns?: number;
	write(text: string): unknown;
}

/** Paints the done part of the bar. */
type Paint = (text: string) => string;

/** Shorter runs show nothing. */
const QUIET_ON_TERMINAL = 1_000;
const BETWEEN_BARS = 100;
const BETWEEN_LINES = 5_000;
const BAR = 20;
const ERASE = "\r\u001b[K";

/**
 * The progress of a run: on a terminal a bar that is removed at the end, elsewhere
 * a line every five seconds.
 */
export class ReplayProgress {
	private readonly stream: ProgressStream;
	private readonly clock: Clock;
	private readonly paint: Paint;
	private readonly onTerminal: boolean;
	private readonly begun: number;
	private due: number;
	private drawn = false;

	constructor(stream: ProgressStream, clock: Clock, paint: Paint) {
		this.stream = stream;
		this.clock = clock;
		this.paint = paint;
		this.onTerminal = stream.isTTY === true && process.env.TERM !== "dumb";
		this.begun = clock.now();
		this.due =
			this.begun + (this.onTerminal ? QUIET_ON_TERMINAL : BETWEEN_LINES);
	}

	/** @param workers where others run it, how many there are */
	update(progress: Progress, workers?: number): void {
		const now = this.clock.now();
		if (now < this.due) return;
		const text = this.text(progress, now, workers);
		if (!this.onTerminal) {
			this.due = now + BETWEEN_LINES;
			this.stream.write(`${text}\n`);
			return;
		}
		this.due = now + BETWEEN_BARS;
		const part = partOf(progress);
		const done = Math.round((part ?? 0) * BAR);
		const bar =
			part === null
				? ""
				: `${this.paint("#".repeat(done))}${"-".repeat(BAR - done)} `;
		const room = (this.stream.columns || 80) - (part === null ? 1 : BAR + 2);
		this.stream.write(`${ERASE}${bar}${text.slice(0, Math.max(0, room))}`);
		this.drawn = true;
	}

	/** Removes the bar so that something else can be written; the next update draws it again. */
	hide(): void {
		if (!this.drawn) return;
		this.stream.write(ERASE);
		this.drawn = false;
	}

	private text(progress: Progress, now: number, workers?: number): string {
		const { conversations, failed } = progress;
		const part = partOf(progress);
		const all = `${conversations.toLocaleString("en")} conversations`;
		const rate = (1000 * conversations) / Math.max(1, now - this.begun);
		const counts = [
			all,
			...(failed === null ? [] : [`${failed.toLocaleString("en")} failed`]),
			...(workers === undefined
				? []
				: [
						`${Math.round(rate).toLocaleString("en")}/s`,
						`${howMany(workers, "worker")}`,
					]),
		].join(", ");
		if (part === null) return counts;
		const left = part === 0 ? 0 : ((now - this.begun) * (1 - part)) / part;
		return `${Math.floor(part * 100)}%  ${counts}, ${Math.ceil(left / 1000)} s left`;
	}
}

function partOf({ done, total }: Progress): number | null {
	return total === 0 ? null : Math.min(1, done / total);
}
