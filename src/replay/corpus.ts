import { readFile } from "node:fs/promises";
import type { Conversation } from "./conversation.ts";
import { type ReadHappening, happening as today } from "./happening.ts";
import {
	type ByteRange,
	eachLine,
	eachStretch,
	lineEnd,
	withoutReturn,
} from "./lines.ts";
import type { Found } from "./located.ts";
import { plainJson } from "./plain-conversation.ts";
import { mayBePlain, plainLine } from "./plain-line.ts";

/** The forms of a corpus, by the ending of its file's name. */
export type CorpusForm = "transcript" | "json-lines" | "messages";

export function formOf(file: string): CorpusForm {
	if (file.endsWith(".smst")) return "transcript";
	return /\.(jsonl|ndjson)$/.test(file) ? "json-lines" : "messages";
}

/** Is handed what a corpus holds, and gives false to stop; a promise is waited for. */
export type Take = (found: Found) => boolean | Promise<boolean>;

/**
 * Hands over what a file holds, in order. JSON Lines and plain messages are
 * read as a stream.
 *
 * @param range of JSON Lines: only the lines that begin in it, counted from 1 on
 * @returns the number of lines
 * @throws what the system says where the file cannot be read
 */
export async function readCorpus(
	file: string,
	take: Take,
	happening: ReadHappening = today,
	range: ByteRange | null = null,
): Promise<number> {
	switch (formOf(file)) {
		case "transcript": {
			const { readTranscript } = await import("./read-transcript.ts");
			const text = await readFile(file, "utf8");
			for (const found of readTranscript(text, file, happening))
				if (!(await take(found))) break;
			return 0;
		}
		case "json-lines": {
			let line = 1;
			await eachStretch(file, range, async (text) => {
				const next = await readJsonLines(text, file, line, take, happening);
				line = next ?? line;
				return next !== null;
			});
			return line - 1;
		}
		case "messages": {
			const name = file.replace(/^.*[/\\]/, "");
			let line = 1;
			await eachStretch(file, null, async (text) => {
				const next = await eachLine(text, line, (message, number) => {
					if (message.trim() === "" || message.startsWith("# ")) return true;
					const conversation = lonely(`${name}:${number}`, message);
					return take({
						located: { conversation, file, line: number, places: null },
						fault: null,
					});
				});
				line = next ?? line;
				return next !== null;
			});
			return line - 1;
		}
	}
}

/** @returns the number of the line behind the last, or null where it was stopped */
async function readJsonLines(
	text: string,
	file: string,
	firstLine: number,
	take: Take,
	happening: ReadHappening,
): Promise<number | null> {
	const isPlain = mayBePlain(text);
	let line = firstLine;
	for (let from = 0; from < text.length; line += 1) {
		const lf = lineEnd(text, from);
		const to = withoutReturn(text, from, lf);
		const plain = isPlain ? plainLine(text, from, to) : null;
		const reading =
			plain === null
				? readFully(text.slice(from, to), file, line, happening)
				: held(plain, file, line);
		const found = reading instanceof Promise ? await reading : reading;
		from = lf + 1;
		if (found === null) continue;
		const taken = take(found);
		// No promise where there is none to wait for: a million of them is time.
		if (!(typeof taken === "boolean" ? taken : await taken)) return null;
	}
	return line;
}

function readFully(
	text: string,
	file: string,
	line: number,
	happening: ReadHappening,
): Found | null | Promise<Found> {
	if (text.trim() === "") return null;
	const plain = plainJson(text);
	return plain === null
		? judged(text, file, line, happening)
		: held(plain, file, line);
}

/** What judges a line by the schema. It takes long to load, and few corpora need it. */
let judge: Promise<typeof import("./json-line.ts")> | null = null;

async function judged(
	text: string,
	file: string,
	line: number,
	happening: ReadHappening,
): Promise<Found> {
	judge ??= import("./json-line.ts");
	const { readJsonLine } = await judge;
	const { conversation, fault } = readJsonLine(text, happening);
	return fault === null
		? held(conversation, file, line)
		: { located: null, fault: { ...fault, file, line } };
}

function held(conversation: Conversation, file: string, line: number): Found {
	return { located: { conversation, file, line, places: null }, fault: null };
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
