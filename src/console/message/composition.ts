import { type ReadonlySignal, signal } from "@preact/signals";
import { answerTo } from "./answer.ts";
import type { CommandEntry, ComposedMessage } from "./message-desk.ts";
import type { MessageDraft } from "./message-draft.ts";

/** A message that is written from fields. */
export class Composition {
	readonly draft: MessageDraft;
	/** The command's word; "" while none is chosen. */
	readonly word = signal("");
	/** By name: a text, `""` for a blank; what is not there is not said. */
	readonly fields = signal<Readonly<Record<string, string>>>({});
	/** "" for the factory's; neither is kept anywhere. */
	readonly keyword = signal("");
	readonly code = signal("");
	/** Null until a command is chosen and something is said. */
	readonly composed: ReadonlySignal<ComposedMessage | null>;

	constructor(draft: MessageDraft) {
		this.draft = draft;
		this.composed = answerTo(() => {
			const { command } = this;
			if (command === undefined) return null;
			const fields = this.fields.value;
			const isBegun =
				Object.keys(fields).length > 0 || fieldsOf(command).length === 0;
			return isBegun
				? draft.desk.compose({
						model: draft.model.value,
						word: command.word,
						fields,
						keyword: this.keyword.value,
						code: this.code.value,
					})
				: null;
		});
	}

	/** Commands of the model that a message can be written for: plain words are just typed. */
	get commands(): readonly CommandEntry[] {
		const { commands, summary } = this.draft;
		return (commands.value ?? []).filter(
			({ dialect }) => dialect === summary?.dialect,
		);
	}

	/** Undefined where none is chosen, or the model that is now chosen has no such word. */
	get command(): CommandEntry | undefined {
		return this.commands.find(({ word }) => word === this.word.value);
	}

	choose(word: string): void {
		this.word.value = word;
		this.fields.value = {};
	}

	/** @param text undefined takes the field out of the message */
	say(name: string, text: string | undefined): void {
		const { [name]: _, ...others } = this.fields.value;
		this.fields.value =
			text === undefined ? others : { ...others, [name]: text };
	}
}

/** What of a command can be filled in. */
export function fieldsOf({
	parameters,
}: CommandEntry): CommandEntry["parameters"] {
	return parameters.filter(({ role }) => role === "field");
}
