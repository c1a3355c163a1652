import type { Equipment } from "../equipment/equipment.ts";
import { type Answer, error, refusalLine } from "./answer.ts";
import { type AtCommand, readCommandLine } from "./command.ts";
import { commandInput } from "./command-input.ts";
import type { CommandTable, Context } from "./handler.ts";
import { type SessionOutput, sessionOutput } from "./session-output.ts";
import { factorySettings, type SessionSettings } from "./session-settings.ts";
import { type CodeMatter, unsolicitedCodes } from "./unsolicited-codes.ts";

/** Milliseconds after which a line that was begun and not ended holds back no result codes. */
const abandonedAfter = 1000;

/** One program's session with the modem. Texts have one character per byte. */
export class Session {
	readonly settings: SessionSettings = factorySettings();
	readonly context: Context;
	readonly #equipment: Equipment;
	readonly #table: CommandTable;
	readonly #input = commandInput();
	readonly #output: SessionOutput;
	readonly #codes = unsolicitedCodes(this.settings);
	/** What the program sent behind a command that is not done yet. */
	#unread = "";
	/** The rest of the command line that is being done; null between lines. */
	#running: readonly AtCommand[] | null = null;
	/** Whether a command takes its time. */
	#isBusy = false;
	/** What becomes of the text that a prompt asked for. */
	#readText: ((text: string | null) => Answer) | null = null;
	#cancelAbandoned = () => {};

	/** @param say writes text to the line */
	constructor(
		equipment: Equipment,
		table: CommandTable,
		say: (text: string) => void,
	) {
		this.#equipment = equipment;
		this.#table = table;
		this.#output = sessionOutput(this.settings, (text) => {
			if (!equipment.hasFault("deaf")) say(text);
		});
		this.context = {
			equipment,
			known: Object.keys(table).filter((name) => name.length > 2),
			session: {
				settings: this.settings,
				reset: () => void Object.assign(this.settings, factorySettings()),
				tell: (line, about) => this.tell(line, about),
				releaseCodes: () => this.#codes.release(),
				dropCodes: () => this.#codes.drop(),
			},
		};
	}

	/** Takes what the program sent, in pieces of any size. */
	take(text: string): void {
		if (this.#equipment.hasFault("deaf")) return;
		this.#unread += text;
		this.#readOn();
		this.#cancelAbandoned();
		if (!this.#input.begun || this.#running !== null) return;
		const { clock } = this.#equipment;
		this.#cancelAbandoned = clock.at(clock.now() + abandonedAfter, () => {
			if (this.#running !== null) return;
			this.#tellCodes();
			this.#output.flush();
		});
	}

	/** As {@link Context}'s `session.tell`. */
	tell(line: string, about: CodeMatter = "other"): void {
		this.#codes.add(line, about);
		if (this.#running !== null || this.#input.begun) return;
		this.#tellCodes();
		this.#output.flush();
	}

	/** The program has gone. Nothing more is written, but what it sent is still done. */
	end(): void {
		this.#cancelAbandoned();
	}

	/** Reads what the program sent, up to a command that takes its time. */
	#readOn(): void {
		let at = 0;
		while (at < this.#unread.length && !this.#isBusy) {
			this.#takeOne(this.#unread.charAt(at));
			at += 1;
		}
		this.#unread = this.#unread.slice(at);
		this.#output.flush();
	}

	#takeOne(character: string): void {
		if (this.settings.echo) this.#output.echo(character, this.#input.inText);
		const typed = this.#input.take(character);
		switch (typed?.kind) {
			case "commands":
				this.#running = readCommandLine(typed.line);
				this.#proceed();
				break;
			case "too-long":
				this.#finish("ERROR");
				break;
			case "escape":
				this.#finish("OK");
				break;
			case "text": {
				const read = this.#readText;
				this.#readText = null;
				if (read !== null && this.#accept(read(typed.text))) this.#proceed();
				break;
			}
			case "nothing":
				this.#tellCodes();
		}
	}

	/** Does the commands that are left, up to one that has to wait. */
	#proceed(): void {
		while (this.#running !== null) {
			const [command, ...rest] = this.#running;
			if (command === undefined) {
				this.#finish("OK");
				return;
			}
			this.#running = rest;
			const handler = this.#table[command.name];
			const answer = handler?.(command, this.context) ?? error;
			if (!this.#accept(answer)) return;
		}
	}

	/** @returns whether the next command may follow at once */
	#accept(answer: Answer): boolean {
		switch (answer.kind) {
			case "ok":
				this.#output.information(answer.lines);
				return true;
			case "prompt":
				this.#output.prompt();
				this.#readText = answer.read;
				this.#input.expectText();
				return false;
			case "later":
				this.#wait(answer);
				return false;
			default:
				this.#finish(refusalLine(answer, this.settings.errors));
				return false;
		}
	}

	/** Meanwhile nothing that the program sends is read. */
	#wait(answer: Extract<Answer, { readonly kind: "later" }>): void {
		const { clock } = this.#equipment;
		this.#isBusy = true;
		clock.at(clock.now() + answer.after, () => {
			this.#isBusy = false;
			if (this.#accept(answer.result())) this.#proceed();
			this.#readOn();
		});
	}

	#finish(result: string): void {
		this.#running = null;
		this.#output.result(result);
		this.#tellCodes();
	}

	#tellCodes(): void {
		for (const line of this.#codes.take()) this.#output.information([line]);
	}
}
