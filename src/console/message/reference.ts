import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { isFoundBy } from "../../views/words/search.ts";
import { answerTo } from "./answer.ts";
import type {
	CommandEntry,
	MessageDesk,
	ModelSummary,
} from "./message-desk.ts";

/** A command, and the model that understands it. */
export interface ReferenceEntry {
	readonly model: ModelSummary;
	readonly command: CommandEntry;
}

/** What every model understands, and what of it is looked for. */
export class Reference {
	readonly models: readonly ModelSummary[];
	/** Name of a model; "" for all of them. */
	readonly model = signal("");
	readonly wanted = signal("");
	/** In the order of the models and their declarations; null until it is known. */
	readonly found: ReadonlySignal<readonly ReferenceEntry[] | null>;

	constructor(desk: MessageDesk, models: readonly ModelSummary[]) {
		this.models = models;
		const everything = answerTo(async () => {
			const lists = await Promise.all(
				models.map(async (model) =>
					(await desk.commands(model.name)).map((command) => ({
						model,
						command,
					})),
				),
			);
			return lists.flat();
		});
		this.found = computed(() => {
			const [name, wanted] = [this.model.value, this.wanted.value.trim()];
			return (
				everything.value?.filter(
					({ model, command }) =>
						(name === "" || model.name === name) &&
						(wanted === "" || isFoundBy(wanted, command)),
				) ?? null
			);
		});
	}
}
