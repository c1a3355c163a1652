import type { Clock } from "../../time/clock.ts";
import type { AtError } from "./at-error.ts";
import { beginsWith } from "./at-parameters.ts";
import type { FinalResult } from "./at-result.ts";
import { announcesData } from "./unsolicited.ts";

/** What a modem answered: the lines before the final result, and that it was OK, or why not. */
export type AtAnswer =
	| { readonly ok: true; readonly lines: readonly string[] }
	| {
			readonly ok: false;
			readonly error: AtError;
			readonly lines: readonly string[];
	  };

export interface AtExchangeParts {
	readonly line: string;
	/** The command as errors name it. */
	readonly shown: string;
	readonly clock: Clock;
	readonly timeout: number;
	readonly sendTimeout: number;
	/** The time counts from the latest line. */
	readonly list: boolean;
	/** The name of an answer that may come without a final result; null for none. */
	readonly bare: string | null;
	/** What is handed over at the prompt; null for a command without one. */
	readonly payload: string | null;
	readonly handOver: (payload: string) => void;
	/** The exchange is over, but an answer may still come. */
	readonly onUnfinished: () => void;
	/** The answer is longer than any: the line is of no use. */
	readonly onEndless: (reason: string) => void;
}

// Characters. A full storage of 1000 messages lists less than half of it.
const longestAnswer = 1 << 20;
// Milliseconds for a list, however it goes on.
const longestList = 10 * 60_000;
// Milliseconds of silence that end an answer without a final result.
const bareSilence = 1000;

/** One command, from its writing to its final result. */
export class AtExchange {
	readonly answer: Promise<AtAnswer>;
	readonly line: string;
	/** The next line is a message, whatever it looks like. */
	awaitsData = false;
	private readonly parts: AtExchangeParts;
	private readonly lines: string[] = [];
	private length = 0;
	private readonly begun: number;
	private handedOver = false;
	private cancelTimer: () => void = () => {};
	private readonly settle: (answer: AtAnswer) => void;

	constructor(parts: AtExchangeParts) {
		this.parts = parts;
		this.line = parts.line;
		this.begun = parts.clock.now();
		let resolve: (answer: AtAnswer) => void = () => {};
		this.answer = new Promise((done) => {
			resolve = done;
		});
		this.settle = (answer) => {
			this.cancelTimer();
			resolve(answer);
		};
		this.startTime(parts.timeout);
	}

	/** Whether a line is what was written, sent back. */
	isEcho(text: string): boolean {
		const { payload } = this.parts;
		return (
			text === this.line ||
			(this.handedOver && payload?.split(/[\r\n]+/).includes(text) === true)
		);
	}

	/** A prompt came. False where it is not the one that is waited for. */
	prompted(): boolean {
		const { payload, handOver, sendTimeout } = this.parts;
		if (payload === null) return false;
		// In text mode a modem prompts again for each line of the text.
		if (this.handedOver) return true;
		this.handedOver = true;
		this.startTime(sendTimeout);
		handOver(payload);
		return true;
	}

	/** A line of the answer. */
	add(text: string): void {
		const { list, timeout, bare } = this.parts;
		this.keep(text);
		this.awaitsData = announcesData(text);
		if (bare !== null && beginsWith(text, bare)) this.endInSilence();
		else if (list) this.startTime(timeout);
	}

	/** A line of the answer that is a message. */
	data(text: string): void {
		this.keep(text);
		this.awaitsData = false;
	}

	/** The final result came. */
	finish(result: FinalResult): void {
		const { lines } = this;
		const { shown: command, payload, onUnfinished } = this.parts;
		if (result.type !== "ok") {
			this.fault({ type: "refused", command, result });
		} else if (payload !== null && !this.handedOver) {
			// Nobody has the message: this OK is another command's.
			onUnfinished();
			this.fault({ type: "unconfirmed", command, unseen: false });
		} else this.settle({ ok: true, lines });
	}

	/** The line is gone. */
	fail(reason: string): void {
		const { handedOver: unseen } = this;
		this.fault({ type: "line", command: this.parts.shown, reason, unseen });
	}

	private keep(text: string): void {
		this.lines.push(text);
		this.length += text.length + 1;
		if (this.length > longestAnswer) {
			this.parts.onEndless(`the answer to ${this.parts.shown} does not end`);
		}
	}

	private endInSilence(): void {
		const { clock, onUnfinished } = this.parts;
		this.cancelTimer();
		this.cancelTimer = clock.at(clock.now() + bareSilence, () => {
			onUnfinished();
			this.settle({ ok: true, lines: this.lines });
		});
	}

	private startTime(after: number): void {
		const { clock, shown, payload, list, onUnfinished } = this.parts;
		const now = clock.now();
		const end = list ? this.begun + longestList : Number.POSITIVE_INFINITY;
		this.cancelTimer();
		this.cancelTimer = clock.at(Math.min(now + after, end), () => {
			onUnfinished();
			this.fault({
				type: "timeout",
				command: shown,
				after,
				missing: payload !== null && !this.handedOver ? "prompt" : "answer",
				unseen: this.handedOver,
			});
		});
	}

	private fault(error: AtError): void {
		this.settle({ ok: false, error, lines: this.lines });
	}
}
