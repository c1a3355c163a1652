import {
	computed,
	type ReadonlySignal,
	type Signal,
	signal,
} from "@preact/signals";
import type { CommandEntry, MessageDesk } from "../message/message-desk.ts";

/** The commands of a model, as soon as the desk has told them. */
export class CommandList {
	readonly all: ReadonlySignal<readonly CommandEntry[]>;
	/** How each is written, by word: `USRS:user,[pin],[name],[latch]`. */
	readonly forms: ReadonlySignal<ReadonlyMap<string, string>>;
	readonly #all: Signal<readonly CommandEntry[]> = signal([]);

	constructor(desk: MessageDesk, model: string) {
		this.all = this.#all;
		this.forms = computed(
			() => new Map(this.#all.value.map(({ word, usage }) => [word, usage])),
		);
		desk.commands(model).then(
			(commands) => {
				this.#all.value = commands;
			},
			// The page goes on without them: they only help.
			() => {},
		);
	}

	named(word: string): CommandEntry | undefined {
		return this.#all.value.find((command) => command.word === word);
	}
}
