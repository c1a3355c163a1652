/**
 * A modem that is a table: for each line that is written, the lines that are
 * answered. The ways in which a real line fails are switches.
 */
import type { Clock } from "../../src/time/clock.ts";
import type { VirtualClock } from "../../src/time/virtual-clock.ts";
import type { Transport } from "../../src/transport/transport.ts";

/**
 * What is answered: lines, each framed by line ends (`\n` inside one ends a
 * line without a blank one behind it), `> ` as a prompt. A function is asked
 * each time. None is silence.
 */
export type Answer = readonly string[] | (() => readonly string[]);

export interface Script {
	/** By the line written, without its carriage return; a PDU with its Ctrl-Z. */
	readonly answers: Readonly<Record<string, Answer>>;
	/** For what is not in the table; ERROR where left out. */
	readonly otherwise?: Answer;
	readonly name?: string;
	readonly echo?: boolean;
	/** Milliseconds before each answer. */
	readonly delay?: number;
	readonly clock?: Clock;
	/** The line ends when this is written. */
	readonly closeOn?: string;
	/** Writing this fails and breaks the line. */
	readonly breakOn?: string;
}

export interface ScriptedLine extends Transport {
	/** Both directions: `> AT\r`, `< \r\nOK\r\n`. */
	readonly trace: readonly string[];
	/** The lines written, without carriage returns. */
	readonly written: readonly string[];
	/** Sends lines that nobody asked for. */
	say(...lines: string[]): void;
	/** Sends bytes as they are. */
	sayBytes(bytes: Uint8Array): void;
	/** Ends the line from the modem's side, with an error if one is given. */
	hangUp(error?: Error): void;
}

export function scriptedLine(script: Script): ScriptedLine {
	const trace: string[] = [];
	const written: string[] = [];
	const waiting: Uint8Array[] = [];
	let wake = () => {};
	let open = true;
	let broken: Error | null = null;
	let unfinished = "";

	const sayBytes = (bytes: Uint8Array) => {
		if (!open) return;
		trace.push(`< ${Buffer.from(bytes).toString("latin1")}`);
		waiting.push(bytes);
		wake();
	};
	const sayText = (text: string) => sayBytes(Buffer.from(text, "latin1"));
	const say = (...lines: readonly string[]) => {
		for (const line of lines) {
			sayText(
				line === "> " ? "\r\n> " : `\r\n${line.replaceAll("\n", "\r\n")}\r\n`,
			);
		}
	};
	const hangUp = (error?: Error) => {
		open = false;
		broken = error ?? null;
		wake();
	};
	const answer = (line: string) => {
		written.push(line);
		if (script.closeOn === line) {
			hangUp();
			return;
		}
		const known = Object.hasOwn(script.answers, line)
			? script.answers[line]
			: (script.otherwise ?? ["ERROR"]);
		const speak = () =>
			say(...(typeof known === "function" ? known() : (known ?? [])));
		const { clock, delay } = script;
		if (clock === undefined || delay === undefined) speak();
		else clock.at(clock.now() + delay, speak);
	};

	return {
		name: script.name ?? "scripted:",
		trace,
		written,
		say,
		sayBytes,
		hangUp,
		bytes: (async function* () {
			for (;;) {
				const next = waiting.shift();
				if (next !== undefined) yield next;
				else if (!open) {
					if (broken !== null) throw broken;
					return;
				} else {
					await new Promise<void>((resolve) => {
						wake = resolve;
					});
				}
			}
		})(),
		async write(bytes) {
			const text = Buffer.from(bytes).toString("latin1");
			if (!open) throw new Error("the line is closed");
			if (script.breakOn !== undefined && text.startsWith(script.breakOn)) {
				const error = new Error("EIO: i/o error, write");
				hangUp(error);
				throw error;
			}
			trace.push(`> ${text}`);
			if (script.echo === true) sayText(text);
			unfinished += text;
			for (;;) {
				const unit = /^(\u001b\r|[^\r\u001a]*(?:\r|\u001a))/.exec(
					unfinished,
				)?.[0];
				if (unit === undefined) return;
				unfinished = unfinished.slice(unit.length);
				if (unit === "\u001b\r") continue;
				answer(unit.endsWith("\r") ? unit.slice(0, -1) : unit);
			}
		},
		async close() {
			open = false;
			wake();
		},
	};
}

/** Lets everything happen that waits for no clock. */
export async function settle(): Promise<void> {
	for (let turn = 0; turn < 12; turn++) {
		await new Promise((resolve) => setImmediate(resolve));
	}
}

/** Moves the clock in steps, and lets everything happen in between. */
export async function pass(
	clock: VirtualClock,
	duration: number,
	step = 250,
): Promise<void> {
	const end = clock.now() + duration;
	await settle();
	while (clock.now() < end) {
		await clock.advanceTo(Math.min(end, clock.now() + step));
		await settle();
	}
}
