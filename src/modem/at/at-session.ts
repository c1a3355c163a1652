import { messageOf } from "../../error-message.ts";
import type { Clock } from "../../time/clock.ts";
import { wait } from "../../time/wait.ts";
import { octetsOf } from "../../transport/octets.ts";
import type { Transport } from "../../transport/transport.ts";
import type { AtError } from "./at-error.ts";
import { type AtAnswer, AtExchange } from "./at-exchange.ts";
import { type AtFrame, AtFramer } from "./at-frames.ts";
import { type FinalResult, finalResultOf } from "./at-result.ts";
import { IndicationReader } from "./indication-reader.ts";
import { MarkerExchange, type MarkerOutcome } from "./marker-exchange.ts";
import { synchronise } from "./synchronise.ts";
import { type Indication, unsolicitedBody } from "./unsolicited.ts";

/** How long to wait for a modem, in milliseconds. */
export interface AtTimeouts {
	/** For the first exchange on a line. */
	readonly first: number;
	/** For a command, and for the prompt of one that sends. */
	readonly command: number;
	/**
	 * For the result of a send, from when the message was handed over. Makers
	 * allow a modem 120 to 180 s for it.
	 */
	readonly send: number;
}

export const usualTimeouts: AtTimeouts = {
	first: 2000,
	command: 10_000,
	send: 180_000,
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
	/**
	 * The name of an answer that some modems give without an OK: `+CPIN`. That
	 * line and a second of silence are the answer.
	 */
	readonly bare?: string;
}

const escapeKey = Uint8Array.of(0x1b);
const leavePrompt = Uint8Array.of(0x1b, 0x0d);
// How long a line that is being closed may take for its last byte.
const farewellTime = 500;

/** What a session does with the lines while a command is being answered. */
interface Exchange {
	readonly line: string;
	readonly awaitsData: boolean;
	isEcho(text: string): boolean;
	prompted(): boolean;
	add(text: string): void;
	data(text: string): void;
	finish(result: FinalResult): void;
	fail(reason: string): void;
}

/**
 * A session with a modem: one command at a time. It tells the command's answer
 * from everything else that comes. Nothing here throws or rejects for what a line
 * does; errors are in the answers.
 */
export class AtSession {
	/** Resolves with a reason when the line is gone. */
	readonly ended: Promise<string>;
	private readonly parts: AtSessionParts;
	private exchange: Exchange | null = null;
	private readonly indications: IndicationReader;
	/** A prompt that nobody waited for, or the beginning of a line with `>`. */
	private unexpectedPrompt: AtFrame | null = null;
	private last: Promise<unknown> = Promise.resolve();
	private gone: string | null = null;
	/** A command may still be answered although nobody waits for it. */
	private outOfStep = false;
	/** A message may be asked for: the modem could be left at its prompt. */
	private prompting = false;
	private readonly end: (reason: string) => void;

	constructor(parts: AtSessionParts) {
		this.parts = parts;
		this.indications = new IndicationReader(parts);
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

	/** Runs a command line (`AT+CSQ`) after those that were given before. */
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
	 * The first exchange. Leaves a prompt that another program may have left open,
	 * and lets pass what the modem still has to say to that program.
	 */
	greet(): Promise<AtAnswer> {
		return this.inTurn(async () => {
			if (this.gone !== null) return this.failed("AT", this.gone);
			void this.write(leavePrompt);
			const { first: after } = this.parts.timeouts;
			// The first silence is enough: there may be no modem at all.
			const answers = await synchronise(
				(marker) => this.mark(marker),
				() => "give up",
			);
			if (this.gone !== null) return this.failed("AT", this.gone);
			this.outOfStep = !answers;
			if (answers) return { ok: true, lines: [] };
			return { ok: false, error: timeoutOf("AT", after), lines: [] };
		});
	}

	/** Closes the line; what is under way fails. A prompt is left first. */
	async close(reason = "the line was closed"): Promise<void> {
		const mayPrompt =
			this.prompting || this.outOfStep || this.unexpectedPrompt !== null;
		if (this.gone === null && mayPrompt) {
			const { clock } = this.parts;
			await Promise.race([this.write(escapeKey), wait(clock, farewellTime)]);
		}
		this.end(reason);
		await this.parts.transport.close().catch(() => {});
	}

	private async run(
		line: string,
		payload: string | null,
		options: CommandOptions,
	): Promise<AtAnswer> {
		const shown = options.shown ?? line;
		if (this.outOfStep || this.unexpectedPrompt !== null) {
			if (this.gone === null) await this.findStep();
			if (this.outOfStep && this.gone === null) {
				const { first } = this.parts.timeouts;
				return { ok: false, error: timeoutOf(shown, first), lines: [] };
			}
		}
		if (this.gone !== null) return this.failed(shown, this.gone);
		return this.exchangeOf(line, payload, options);
	}

	private exchangeOf(
		line: string,
		payload: string | null,
		options: CommandOptions,
	): Promise<AtAnswer> {
		const { clock, timeouts } = this.parts;
		this.prompting = payload !== null;
		const exchange = new AtExchange({
			line,
			shown: options.shown ?? line,
			clock,
			timeout: options.timeout ?? timeouts.command,
			sendTimeout: timeouts.send,
			list: options.list ?? false,
			bare: options.bare ?? null,
			payload,
			handOver: (text) => {
				this.prompting = false;
				void this.write(bytesOf(text, "\u001a"));
			},
			onUnfinished: () => {
				this.outOfStep = true;
			},
			onEndless: (reason) => this.end(reason),
		});
		this.exchange = exchange;
		void this.write(bytesOf(line, "\r"));
		return exchange.answer.finally(() => {
			this.exchange = null;
			this.prompting = false;
		});
	}

	private failed(command: string, reason: string): AtAnswer {
		const error = { type: "line", command, reason, unseen: false } as const;
		return { ok: false, error, lines: [] };
	}

	/** After a timeout the late answer must not pass for the next command's. */
	private async findStep(): Promise<void> {
		void this.write(leavePrompt);
		this.outOfStep = !(await synchronise(
			(marker) => this.mark(marker),
			() => {
				void this.write(leavePrompt);
				return "go on";
			},
		));
	}

	private mark(line: string): Promise<MarkerOutcome> {
		const { clock, timeouts } = this.parts;
		this.unexpectedPrompt = null;
		const exchange = new MarkerExchange({
			line,
			clock,
			timeout: timeouts.first,
			leavePrompt: () => {
				void this.write(leavePrompt);
				void this.write(bytesOf(line, "\r"));
			},
		});
		this.exchange = exchange;
		void this.write(bytesOf(line, "\r"));
		if (this.gone !== null) exchange.fail();
		return exchange.outcome.finally(() => {
			this.exchange = null;
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
				this.unexpectedPrompt = frame;
				return;
			case "discarded":
				// The line feed behind the last line, the space behind a prompt.
				if (frame.bytes.length < 2) return;
				this.parts.onStray(`${frame.bytes.length} bytes that are no line`);
				return;
			case "line": {
				const prompt = this.unexpectedPrompt;
				this.unexpectedPrompt = null;
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
		if (this.indications.takes(text, afterBlank)) return;
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
		else this.indications.begin(text, kind);
	}

	private inTurn(work: () => Promise<AtAnswer>): Promise<AtAnswer> {
		const turn = this.last.then(work, work);
		this.last = turn;
		return turn;
	}
}

function bytesOf(text: string, end: string): Uint8Array {
	return octetsOf(text + end);
}

function timeoutOf(command: string, after: number): AtError {
	const missing = "answer";
	return { type: "timeout", command, after, missing, unseen: false };
}
