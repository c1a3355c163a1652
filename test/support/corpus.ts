/** The conversations of `test/conversations`, each with the panel that it begins with. */
import { join } from "node:path";
import { models } from "../../src/models/models.ts";
import { Beginnings } from "../../src/replay/beginnings.ts";
import { readCorpus } from "../../src/replay/corpus.ts";
import { corpusFaultText } from "../../src/replay/corpus-fault.ts";
import { corpusFiles } from "../../src/replay/corpus-files.ts";
import type { Located } from "../../src/replay/located.ts";
import type { Beginning } from "../../src/replay/run-conversation.ts";

export interface LoadedConversation {
	readonly located: Located;
	readonly beginning: Beginning;
}

const folder = join(import.meta.dirname, "../conversations");

export async function corpus(): Promise<readonly LoadedConversation[]> {
	const beginnings = new Beginnings(models[0]);
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
