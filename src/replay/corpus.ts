import { readFile } from "node:fs/promises";
import type { Conversation } from "./conversation.ts";
import { type ReadHappening, happening as today } from "./happening.ts";
import { readJsonLine } from "./json-line.ts";
import { eachLine } from "./lines.ts";
import type { Found } from "./located.ts";
import { readTranscript } from "./read-transcript.ts";

/** The forms of a corpus, by the ending of its file's name. */
export type CorpusForm = "transcript" | "json-lines" | "messages";

export function formOf(file: string): CorpusForm {
	if (file.endsWith(".smst")) return "transcript";
	return /\.(jsonl|ndjson)$/.test(file) ? "json-lines" : "messages";
}

/**
 * Hands over what a file holds, in order. JSON Lines and plain messages are
 * read as a stream.
 *
 * @param take gives false to stop; a promise is waited for
 * @throws what the system says where the file cannot be read
 */
export async function readCorpus(
	file: string,
	take: (found: Found) => boolean | Promise<boolean>,
	happening: ReadHappening = today,
): Promise<void> {
	switch (formOf(file)) {
		case "transcript": {
			const text = await readFile(file, "utf8");
			for (const found of readTranscript(text, file, happening))
				if (!(await take(found))) return;
			return;
		}
		case "json-lines":
			return await eachLine(file, (text, line) => {
				if (text.trim() === "") return true;
				const { conversation, fault } = readJsonLine(text, happening);
				return take(
					fault === null
						? { located: { conversation, file, line, places: null }, fault }
						: { located: null, fault: { ...fault, file, line } },
				);
			});
		case "messages": {
			const name = file.replace(/^.*[/\\]/, "");
			return await eachLine(file, (text, line) => {
				if (text.trim() === "" || text.startsWith("# ")) return true;
				const conversation = lonely(`${name}:${line}`, text);
				return take({
					located: { conversation, file, line, places: null },
					fault: null,
				});
			});
		}
	}
}

/** A message without claims, which has the panel for itself. */
function lonely(id: string, line: string): Conversation {
	const text = line.startsWith("> ") ? line.slice(2) : line;
	return {
		id,
		model: null,
		config: null,
		seed: null,
		source: null,
		tags: [],
		steps: [{ type: "sms", text, from: null, replies: null }],
	};
}
