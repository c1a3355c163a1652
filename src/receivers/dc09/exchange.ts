import { messageOf } from "../../error-message.ts";
import type { Clock } from "../../time/clock.ts";
import { wait } from "../../time/wait.ts";
import type { Transport } from "../../transport/transport.ts";
import { type ReceiverAnswer, readAnswer } from "./answer.ts";
import { Answers } from "./answers.ts";
import type { Frame } from "./frame.ts";

/** What came of a frame on the line. */
export type Exchanged =
	| Exclude<ReceiverAnswer, { readonly type: "stray" }>
	| { readonly type: "no-connection"; readonly message: string }
	/** Nothing that is an answer to it; `why` names the last thing that was none. */
	| { readonly type: "no-answer"; readonly why: string | null }
	| { readonly type: "closed" };

/** Opens a connection; gives up when the signal aborts. */
export type OpenReceiverLine = (signal: AbortSignal) => Promise<Transport>;

/** The connection to a receiver: opened when it is needed, one frame at a time. */
export class Exchanges {
	/** Answers that answered nothing. */
	strays = 0;
	readonly #open: OpenReceiverLine;
	readonly #clock: Clock;
	readonly #closing = new AbortController();
	#answers: Answers | null = null;

	constructor(open: OpenReceiverLine, clock: Clock) {
		this.#open = open;
		this.#clock = clock;
	}

	/**
	 * Sends a frame and waits for its answer.
	 *
	 * @param patience milliseconds for a connection and for the answer
	 */
	async exchange(
		octets: string,
		sent: Pick<Frame, "sequence" | "account">,
		key: Uint8Array | null,
		patience: { readonly connect: number; readonly answer: number },
	): Promise<Exchanged> {
		const opened = await this.#opened(patience.connect);
		if (this.#closing.signal.aborted) return { type: "closed" };
		if ("message" in opened) return { type: "no-connection", ...opened };
		const { answers } = opened;
		const answered = this.#answer(answers, sent, key, patience.answer);
		await answers.write(octets).catch(() => answers.listener(null));
		return await answered;
	}

	/** Lets go of the connection; the next frame opens another. */
	async hangUp(): Promise<void> {
		const answers = this.#answers;
		this.#answers = null;
		await answers?.close();
	}

	async close(): Promise<void> {
		this.#closing.abort();
		await this.hangUp();
	}

	async #opened(
		patience: number,
	): Promise<{ readonly answers: Answers } | { readonly message: string }> {
		if (this.#answers !== null && !this.#answers.over)
			return { answers: this.#answers };
		await this.hangUp();
		const late = new AbortController();
		const end = () => late.abort();
		const cancel = this.#clock.at(this.#clock.now() + patience, end);
		this.#closing.signal.addEventListener("abort", end);
		try {
			const opening = this.#open(late.signal);
			// What opens too late is closed again.
			const given = new Promise<never>((_, reject) => {
				late.signal.addEventListener("abort", () => {
					opening.then((line) => line.close()).catch(() => {});
					reject(new Error(`no connection within ${patience / 1000} s`));
				});
			});
			this.#answers = new Answers(await Promise.race([opening, given]));
			return { answers: this.#answers };
		} catch (error) {
			return { message: messageOf(error) };
		} finally {
			cancel();
			this.#closing.signal.removeEventListener("abort", end);
		}
	}

	async #answer(
		answers: Answers,
		sent: Pick<Frame, "sequence" | "account">,
		key: Uint8Array | null,
		patience: number,
	): Promise<Exchanged> {
		let why: string | null = null;
		const over = new AbortController();
		const closing = () => over.abort();
		this.#closing.signal.addEventListener("abort", closing);
		try {
			return await new Promise<Exchanged>((resolve) => {
				answers.listener = (octets) => {
					if (octets === null) {
						resolve({ type: "no-answer", why: why ?? "it hung up" });
						return;
					}
					const answer = readAnswer(octets, sent, key);
					if (answer.type !== "stray") resolve(answer);
					else {
						this.strays += 1;
						why = answer.why;
					}
				};
				void wait(this.#clock, patience, over.signal).then(() =>
					resolve(
						this.#closing.signal.aborted
							? { type: "closed" }
							: { type: "no-answer", why },
					),
				);
			});
		} finally {
			answers.listener = () => {};
			this.#closing.signal.removeEventListener("abort", closing);
			over.abort();
		}
	}
}
