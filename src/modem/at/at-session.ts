import { messageOf } from "../../error-message.ts";
import type { Clock } from "../../time/clock.ts";
import type { Transport } from "../../transport/transport.ts";
import { type AtAnswer, AtExchange } from "./at-exchange.ts";
import { type AtFrame, AtFramer } from "./at-frames.ts";
import { finalResultOf } from "./at-result.ts";
import {
	type Body,
	type Indication,
	indicationOf,
	isBodyComplete,
	unsolicitedBody,
} from "./unsolicited.ts";

/** How long to wait for a modem, in milliseconds. */
export interface AtTimeouts {
	/** For the first exchange on a line. */
	readonly first: number;
	/** For a command, and for the prompt of one that sends. */
	readonly command: number;
	/** For the result of a send, from when the message was handed over. */
	readonly send: number;
}

export const usualTimeouts: AtTimeouts = {
	first: 2000,
	command: 10_000,
	send: 60_000,
};

export interface AtSessionParts {
	readonly transport: Transport;
	readonly clock: Clock;
	readonly timeouts: AtTimeouts;
	/** Told of everything unsolicited, in order, at once. */
	readonly onIndication: (indication: Indication) => void;
	/** Told of lines that are neither an answer nor an indication: late results, noise. */
	readonly onStray: (line: string) => void;
}

export interface CommandOptions {
	/** Milliseconds, where not the usual. */
	readonly timeout?: number;
	/** The command as errors may name it, where it holds a secret. */
	readonly shown?: string;
	/** A long list: the time counts from its latest line. */
	readonly list?: boolean;
}

const leavePrompt = Uint8Array.of(0x1b, 0x0d);
const longestQuote = 20;
// A late answer that is over is followed by nothing for this long.
const quietTime = 500;

interface Unfinished {
	readonly kind: Body;
	readonly head: string;
	readonly body: string[];
}

/**
 * A conversation with a modem: one command at a time, its answer told from
 * everything else that comes. Nothing here throws or rejects for what a line
 * does; errors are in the answers.
 */
export class AtSession {
	/** Resolves with a reason when the line is gone. */
	readonly ended: Promise<string>;
	private readonly parts: AtSessionParts;
	private exchange: AtExchange | null = null;
	private unfinished: Unfinished | null = null;
	/** A prompt that nobody waited for: perhaps a line that begins with `>`. */
	private oddPrompt: AtFrame | null = null;
	private last: Promise<unknown> = Promise.resolve();
	private gone: string | null = null;
	/** A command had no answer in time: one may still come. */
	private outOfStep = false;
	private readonly end: (reason: string) => void;

	constructor(parts: AtSessionParts) {
		this.parts = parts;
		let resolve: (reason: string) => void = () => {};
		this.ended = new Promise((done) => {
			resolve = done;
		});
		this.end = (reason) => {
			if (this.gone !== null) return;
			this.gone = reason;
			this.exchange?.fail(reason);
			resolve(reason);
		};
		void this.read();
	}

	/** The line's name, for people. */
	get name(): string {
		return this.parts.transport.name;
	}

	/** Runs a command line (`AT+CSQ`), behind those that were asked before. */
	command(line: string, options: CommandOptions = {}): Promise<AtAnswer> {
		return this.inTurn(() => this.run(line, null, options));
	}

	/**
	 * Runs a command that prompts, and hands it the text or PDU, which is ended
	 * with Ctrl-Z here.
	 * @param text Latin-1.
	 */
	send(line: string, text: string): Promise<AtAnswer> {
		return this.inTurn(() => this.run(line, text, {}));
	}

	/**
	 * The first exchange: leaves a prompt that somebody else may have left open,
	 * and asks for a sign of life.
	 */
	greet(): Promise<AtAnswer> {
		return this.inTurn(() => {
			void this.write(leavePrompt);
			const { first } = this.parts.timeouts;
			return this.exchangeOf("AT", null, { timeout: first });
		});
	}

	/** Closes the line; what is under way fails. */
	async close(reason = "the line was closed"): Promise<void> {
		this.end(reason);
		await this.parts.transport.close().catch(() => {});
	}

	private async run(
		line: string,
		payload: string | null,
		options: CommandOptions,
	): Promise<AtAnswer> {
		if (this.outOfStep && this.gone === null) await this.fallIntoStep();
		return this.exchangeOf(line, payload, options);
	}

	private exchangeOf(
		line: string,
		payload: string | null,
		options: CommandOptions,
	): Promise<AtAnswer> {
		const { clock, timeouts } = this.parts;
		const shown = options.shown ?? line;
		if (this.gone !== null) {
			const error = {
				type: "line",
				command: shown,
				reason: this.gone,
				unseen: false,
			} as const;
			return Promise.resolve({ ok: false, error, lines: [] });
		}
		const exchange = new AtExchange({
			line,
			shown,
			clock,
			timeout: options.timeout ?? timeouts.command,
			sendTimeout: timeouts.send,
			list: options.list ?? false,
			payload,
			handOver: (text) => void this.write(bytesOf(text, "\u001a")),
			onTimeout: () => {
				this.outOfStep = true;
			},
		});
		this.exchange = exchange;
		void this.write(bytesOf(line, "\r"));
		return exchange.answer.finally(() => {
			this.exchange = null;
		});
	}

	/**
	 * After a timeout the late answer must not pass for the next command's. A
	 * question whose answer bears its name tells: what comes before that is late.
	 */
	private async fallIntoStep(): Promise<void> {
		void this.write(leavePrompt);
		const question = "AT+CMEE?";
		const answer = await this.exchangeOf(question, null, {
			timeout: this.parts.timeouts.first,
		});
		const silent = !answer.ok && answer.error.type !== "refused";
		if (silent) return;
		this.outOfStep = false;
		if (answer.lines.some((line) => line.startsWith("+CMEE:"))) return;
		// A late OK, or a modem that answers OK to what it does not know.
		await this.quiet();
	}

	private quiet(): Promise<void> {
		const { clock } = this.parts;
		return new Promise((resolve) => {
			clock.at(clock.now() + quietTime, resolve);
			void this.ended.then(() => resolve());
		});
	}

	private async write(bytes: Uint8Array): Promise<void> {
		try {
			await this.parts.transport.write(bytes);
		} catch (error) {
			this.end(`the line broke: ${messageOf(error)}`);
		}
	}

	private async read(): Promise<void> {
		const framer = new AtFramer();
		let reason = "the line was closed by the other side";
		try {
			for await (const chunk of this.parts.transport.bytes) {
				for (const frame of framer.push(chunk)) this.onFrame(frame);
				if (this.gone !== null) break;
			}
		} catch (error) {
			reason = `the line broke: ${messageOf(error)}`;
		}
		for (const frame of framer.end()) this.onFrame(frame);
		this.end(reason);
	}

	private onFrame(frame: AtFrame): void {
		switch (frame.type) {
			case "prompt":
				if (this.exchange?.prompted()) return;
				this.oddPrompt = frame;
				return;
			case "discarded":
				// The line feed behind the last line, the space behind a prompt.
				if (frame.bytes.length < 2) return;
				this.parts.onStray(`${frame.bytes.length} bytes that are no line`);
				return;
			case "line": {
				const prompt = this.oddPrompt;
				this.oddPrompt = null;
				if (prompt?.type !== "prompt" || frame.afterBlank) {
					this.onLine(frame.text, frame.afterBlank);
					return;
				}
				const between = frame.bytes[0] === 0x20 ? " " : "";
				this.onLine(`>${between}${frame.text}`, prompt.afterBlank);
			}
		}
	}

	/** Judges a line, once. */
	private onLine(text: string, afterBlank: boolean): void {
		const { exchange } = this;
		if (this.unfinished !== null && this.finishes(this.unfinished, text))
			return;
		if (text === "" || exchange?.isEcho(text)) return;
		if (exchange?.awaitsData && !afterBlank) {
			exchange.data(text);
			return;
		}
		const result = finalResultOf(text);
		// NO CARRIER and its like end a call of somebody else's: nobody dials here.
		if (result !== null && result.type !== "call") {
			if (exchange === null) this.parts.onStray(text);
			else exchange.finish(result);
			return;
		}
		const kind = unsolicitedBody(text, exchange?.line ?? null);
		if (kind === null) exchange?.add(text);
		else if (kind === "nothing") this.indicate(text, []);
		else this.unfinished = { kind, head: text, body: [] };
	}

	/** Whether the line belongs to the indication before it. */
	private finishes({ kind, head, body }: Unfinished, text: string): boolean {
		this.unfinished = null;
		if (kind === "pdu" && !/^[0-9A-F]+$/i.test(text)) {
			this.parts.onStray(head);
			return false;
		}
		body.push(text);
		if (!isBodyComplete(kind, head, body) && body.length < longestQuote) {
			this.unfinished = { kind, head, body };
		} else this.indicate(head, body);
		return true;
	}

	private indicate(head: string, body: readonly string[]): void {
		this.parts.onIndication(indicationOf(head, body));
	}

	private inTurn(work: () => Promise<AtAnswer>): Promise<AtAnswer> {
		const turn = this.last.then(work, work);
		this.last = turn;
		return turn;
	}
}

function bytesOf(text: string, end: string): Uint8Array {
	return Buffer.from(text + end, "latin1");
}
