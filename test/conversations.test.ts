import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { models } from "../src/models/models.ts";
import { Beginnings } from "../src/replay/beginnings.ts";
import { readCorpus } from "../src/replay/corpus.ts";
import { corpusFaultText } from "../src/replay/corpus-fault.ts";
import { corpusFiles } from "../src/replay/corpus-files.ts";
import { failureReports } from "../src/replay/failure-report.ts";
import { readJsonLine, writeJsonLine } from "../src/replay/json-line.ts";
import type { Located } from "../src/replay/located.ts";
import { failureText } from "../src/replay/reporters/pretty.ts";
import { runConversation } from "../src/replay/run-conversation.ts";

// The readable specification: the same files that `alarmpanel replay` runs.
const folder = join(import.meta.dirname, "conversations");
const beginnings = new Beginnings(models[0]);
const conversations: Located[] = [];
for (const file of await corpusFiles([folder]))
	await readCorpus(file, ({ located, fault }) => {
		if (fault !== null) throw new Error(corpusFaultText(fault));
		conversations.push(located);
		return true;
	});

describe.each(conversations)("$conversation.id", (located) => {
	test("holds", async () => {
		const beginning = await beginnings.of(located);
		if ("diagnostic" in beginning) throw new Error(corpusFaultText(beginning));
		const ran = runConversation(located.conversation, beginning);
		const failures = failureReports(located, beginning, ran, true);
		expect(failures.map(failureText).join("")).toBe("");
	});

	test("names its source, and is the same as a line of JSON", () => {
		const { conversation } = located;
		expect(conversation.source).not.toBeNull();
		expect(readJsonLine(writeJsonLine(conversation)).conversation).toEqual(
			conversation,
		);
	});
});

test("no two have the same id", () => {
	const ids = conversations.map(
		({ conversation: { id, model } }) => `${model} ${id}`,
	);
	expect(ids).toEqual([...new Set(ids)]);
});
