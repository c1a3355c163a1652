import type { Equipment } from "../equipment/equipment.ts";
import { type Answer, error, refusalLine } from "./answer.ts";
import { type AtCommand, readCommandLine } from "./command.ts";
import { commandInput } from "./command-input.ts";
import type { CommandTable, Context } from "./handler.ts";
import { sessionOutput } from "./session-output.ts";
import { factorySettings, type SessionSettings } from "./session-settings.ts";

/** One program's session with the modem. Texts have one character per byte. */
export interface Session {
	readonly settings: SessionSettings;
	/** Takes what the program sent, in pieces of any size. */
	take(text: string): void;
	/** As {@link Context}'s `session.tell`. */
	tell(line: string, kind?: "message" | "other"): void;
	readonly context: Context;
	/** The program has gone. Nothing more is written, but what it sent is still done. */
	end(): void;
}

/** Milliseconds after which a line that was begun and not ended holds back no result codes. */
const abandonedAfter = 1000;
/** Unsolicited result codes that are kept while the line is not free; more are lost. */
const mostNews = 100;

/**
 * @param say writes text to the line
 */
export function session(
	equipment: Equipment,
	table: CommandTable,
	say: (text: string) => void,
): Session {
	const { clock } = equipment;
	const settings = factorySettings();
	const input = commandInput();
	const out = sessionOutput(settings, (text) => {
		if (!equipment.hasFault("deaf")) say(text);
	});
	let unread = "";
	/** The rest of the command line that is being done; null between lines. */
	let running: readonly AtCommand[] | null = null;
	let busy = false;
	let reading: ((text: string | null) => Answer) | null = null;
	const news: string[] = [];
	let heldNews: string[] = [];
	let takeBack = () => {};

	const tellNews = (): void => {
		for (const line of news.splice(0)) out.information([line]);
	};

	const isFree = () => running === null && !input.begun;

	const context: Context = {
		equipment,
		known: Object.keys(table).filter((name) => name.length > 2),
		session: {
			settings,
			reset: () => void Object.assign(settings, factorySettings()),
			tell,
			releaseNews(forget) {
				if (!forget) for (const line of heldNews) news.push(line);
				heldNews = [];
			},
		},
	};

	function tell(line: string, kind: "message" | "other" = "other"): void {
		const held = kind === "message" && settings.indications.mode === 0;
		const list = held ? heldNews : news;
		if (list.length < mostNews) list.push(line);
		if (!isFree()) return;
		tellNews();
		out.flush();
	}

	/** Does the commands that are left, up to one that has to wait. */
	const proceed = (): void => {
		while (running !== null) {
			const [command, ...rest] = running;
			if (command === undefined) {
				finish("OK");
				return;
			}
			running = rest;
			const handler = table[command.name];
			if (!accept(handler === undefined ? error : handler(command, context)))
				return;
		}
	};

	/** @returns whether the next command may follow at once */
	const accept = (answer: Answer): boolean => {
		switch (answer.kind) {
			case "ok":
				out.information(answer.lines);
				return true;
			case "prompt":
				out.prompt();
				reading = answer.read;
				input.expectText();
				return false;
			case "later":
				busy = true;
				clock.at(clock.now() + answer.after, () => {
					busy = false;
					if (accept(answer.result())) proceed();
					readOn();
				});
				return false;
			default:
				finish(refusalLine(answer, settings.errors));
				return false;
		}
	};

	const finish = (result: string): void => {
		running = null;
		out.result(result);
		tellNews();
	};

	const begin = (line: string): void => {
		running = readCommandLine(line);
		proceed();
	};

	const takeOne = (character: string): void => {
		if (settings.echo) out.echo(character, input.inText);
		const typed = input.take(character);
		switch (typed?.kind) {
			case "commands":
				begin(typed.line);
				break;
			case "too-long":
				finish("ERROR");
				break;
			case "escape":
				finish("OK");
				break;
			case "text": {
				const read = reading;
				reading = null;
				if (read !== null && accept(read(typed.text))) proceed();
				break;
			}
			case "nothing":
				tellNews();
		}
	};

	const readOn = (): void => {
		let at = 0;
		while (at < unread.length && !busy) {
			takeOne(unread.charAt(at));
			at += 1;
		}
		unread = unread.slice(at);
		out.flush();
	};

	return {
		settings,
		context,
		tell,
		take(text) {
			if (equipment.hasFault("deaf")) return;
			unread += text;
			readOn();
			takeBack();
			if (input.begun && running === null)
				takeBack = clock.at(clock.now() + abandonedAfter, () => {
					if (running !== null) return;
					tellNews();
					out.flush();
				});
		},
		end() {
			takeBack();
		},
	};
}
