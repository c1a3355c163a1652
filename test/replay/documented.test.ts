import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { models } from "../../src/models/models.ts";
import { Beginnings } from "../../src/replay/beginnings.ts";
import { corpusFaultText } from "../../src/replay/corpus-fault.ts";
import { failureReports } from "../../src/replay/failure-report.ts";
import { readTranscript } from "../../src/replay/read-transcript.ts";
import { failureText } from "../../src/replay/reporters/pretty.ts";
import { runConversation } from "../../src/replay/run-conversation.ts";

const docs = readFileSync(
	new URL("../../docs/conversations.md", import.meta.url),
	"utf8",
);
const blocks = Array.from(
	docs.matchAll(/^```\n(id [\s\S]*?)^```$/gm),
	(found) => String(found[1]),
);

test.each(blocks)(
	"a conversation of the documentation holds: %s",
	async (text) => {
		const [found] = readTranscript(text, "docs.smst");
		if (found === undefined) throw new Error("there is none");
		if (found.fault !== null) throw new Error(corpusFaultText(found.fault));
		const beginning = await new Beginnings(models[0]).of(found.located);
		if ("diagnostic" in beginning) throw new Error(corpusFaultText(beginning));
		const ran = runConversation(found.located.conversation, beginning);
		const failures = failureReports(found.located, beginning, ran, true);
		expect(failures.map(failureText).join("")).toBe("");
	},
);
