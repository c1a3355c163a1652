import type { Clock } from "../../time/clock.ts";
import type { AtError } from "./at-error.ts";
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
	/** What is handed over at the prompt; null for a command without one. */
	readonly payload: string | null;
	readonly handOver: (payload: string) => void;
	readonly onTimeout: () => void;
}

/** One command, from its writing to its final result. */
export class AtExchange {
	readonly answer: Promise<AtAnswer>;
	readonly line: string;
	/** The next line is a message, whatever it looks like. */
	awaitsData = false;
	private readonly parts: AtExchangeParts;
	private readonly lines: string[] = [];
	private handedOver = false;
	private cancelTimer: () => void = () => {};
	private readonly settle: (answer: AtAnswer) => void;

	constructor(parts: AtExchangeParts) {
		this.parts = parts;
		this.line = parts.line;
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
		this.lines.push(text);
		this.awaitsData = announcesData(text);
		if (this.parts.list) this.startTime(this.parts.timeout);
	}

	/** A line of the answer that is a message. */
	data(text: string): void {
		this.lines.push(text);
		this.awaitsData = false;
	}

	/** The final result came. */
	finish(result: FinalResult): void {
		const { lines } = this;
		if (result.type === "ok") this.settle({ ok: true, lines });
		else {
			const command = this.parts.shown;
			this.fault({ type: "refused", command, result });
		}
	}

	/** The line is gone. */
	fail(reason: string): void {
		const { handedOver: unseen } = this;
		this.fault({ type: "line", command: this.parts.shown, reason, unseen });
	}

	private startTime(after: number): void {
		const { clock, shown, payload, onTimeout } = this.parts;
		this.cancelTimer();
		this.cancelTimer = clock.at(clock.now() + after, () => {
			onTimeout();
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
