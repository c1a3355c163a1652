import { dirname, resolve } from "node:path";
import {
	type CorpusFault,
	corpusDiagnostic,
} from "../../conversation/corpus-fault.ts";
import type { Located } from "../../conversation/located.ts";
import type { Model } from "../../models/model.ts";
import { modelNamed } from "../../models/models.ts";
import { factoryState } from "../../panel/state/state.ts";
import type { StartingPanel } from "../../simulation/run-conversation.ts";
import { ConfigFileError } from "../../store/config-file-error.ts";

/** The panels that conversations begin with. Each is made once and shared: states never change. */
export class StartingPanels {
	private readonly fresh = new Map<string, StartingPanel>();
	private readonly onFile = new Map<string, Promise<StartingPanel>>();
	private readonly model: Model;

	/** @param model of the conversations that name none */
	constructor(model: Model) {
		this.model = model;
	}

	/** The panel of a conversation, or what is wrong with the file that it names. */
	of(located: Located): StartingPanel | Promise<StartingPanel | CorpusFault> {
		const { model, config } = located.conversation;
		if (config !== null) return this.fromFile(located, config);
		const name = model ?? this.model.name;
		const known = this.fresh.get(name);
		if (known !== undefined) return known;
		const named = this.named(name) ?? this.model;
		const beginning = {
			model: named,
			state: factoryState(named.name, named.sections),
		};
		this.fresh.set(name, beginning);
		return beginning;
	}

	private async fromFile(
		{ conversation, file, line }: Located,
		config: string,
	): Promise<StartingPanel | CorpusFault> {
		const refused = (message: string): CorpusFault => {
			const text = `config ${config}`;
			const span = { start: 0, end: text.length };
			const diagnostic = corpusDiagnostic("config", message, null, span);
			return { file, line, text, diagnostic };
		};
		const path = resolve(dirname(file), config);
		const reading = this.onFile.get(path) ?? panelOn(path);
		this.onFile.set(path, reading);
		let beginning: StartingPanel;
		try {
			beginning = await reading;
		} catch (error) {
			if (error instanceof ConfigFileError) return refused(error.message);
			throw error;
		}
		const { model } = conversation;
		return model === null || this.named(model) === beginning.model
			? beginning
			: refused(
					`config: a panel of model ${beginning.model.name}, not ${model}`,
				);
	}

	/** The model at hand need not be one of the list. */
	private named(name: string): Model | undefined {
		return name === this.model.name ? this.model : modelNamed(name);
	}
}

/** Reading a panel's file takes long to load, and few corpora name one. */
async function panelOn(file: string): Promise<StartingPanel> {
	const { readPanel } = await import("../../device/file/panel-file.ts");
	return await readPanel(file);
}
