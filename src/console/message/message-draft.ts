import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { answerTo } from "./answer.ts";
import type {
	CommandEntry,
	ListCheck,
	MessageCheck,
	MessageDesk,
	ModelSummary,
} from "./message-desk.ts";

/** What somebody is writing, for which panel, and what the desk says of it. */
export class MessageDraft {
	readonly desk: MessageDesk;
	/** Name of the panel's model. */
	readonly model: Signal<string>;
	readonly text = signal("");
	/** The panel's number; "" where it is not said. */
	readonly number = signal("");
	readonly models: readonly ModelSummary[];
	/** Of one message; null where there is none, or several. */
	readonly check: ReadonlySignal<MessageCheck | null>;
	/** Of several messages, one a line; null where there are less. */
	readonly list: ReadonlySignal<ListCheck | null>;
	/** What the model understands; null until it is known. */
	readonly commands: ReadonlySignal<readonly CommandEntry[] | null>;

	constructor(desk: MessageDesk, models: readonly ModelSummary[]) {
		this.desk = desk;
		this.models = models;
		this.model = signal(models[0]?.name ?? "");
		this.check = answerTo(() => {
			const text = this.text.value.trim();
			return text === "" || text.includes("\n")
				? null
				: desk.check(this.model.value, text);
		});
		this.list = answerTo(() => {
			const text = this.text.value.trim();
			return text.includes("\n")
				? desk.checkList(this.model.value, text)
				: null;
		});
		this.commands = answerTo(() => desk.commands(this.model.value));
	}

	/** The model that is written for. */
	get summary(): ModelSummary | undefined {
		return this.models.find(({ name }) => name === this.model.value);
	}
}
