/** The conversations of `test/conversations`, each with the panel that it begins with. */
import { join } from "node:path";
import { corpusFaultText } from "../../src/conversation/corpus-fault.ts";
import type { Located } from "../../src/conversation/located.ts";
import { models } from "../../src/models/models.ts";
import { readCorpus } from "../../src/replay/corpus/corpus.ts";
import { corpusFiles } from "../../src/replay/corpus/corpus-files.ts";
import { StartingPanels } from "../../src/replay/play/starting-panels.ts";
import type { StartingPanel } from "../../src/simulation/run-conversation.ts";

export interface LoadedConversation {
	readonly located: Located;
	readonly beginning: StartingPanel;
}

const folder = join(import.meta.dirname, "../conversations");

export async function corpus(): Promise<readonly LoadedConversation[]> {
	const beginnings = new StartingPanels(models[0]);
	const found: Located[] = [];
	for (const file of await corpusFiles([folder]))
		await readCorpus(file, ({ located, fault }) => {
			if (fault !== null) throw new Error(corpusFaultText(fault));
			found.push(located);
			return true;
		});
	const held: LoadedConversation[] = [];
	for (const located of found) {
		const beginning = await beginnings.of(located);
		if ("diagnostic" in beginning) throw new Error(corpusFaultText(beginning));
		held.push({ located, beginning });
	}
	return held;
}
