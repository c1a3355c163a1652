import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { corpusFaultText } from "../../src/conversation/corpus-fault.ts";
import { readTranscript } from "../../src/conversation/read-transcript.ts";
import { models } from "../../src/models/models.ts";
import { StartingPanels } from "../../src/replay/play/starting-panels.ts";
import { failureReports } from "../../src/replay/report/failure-reports.ts";
import { failureText } from "../../src/replay/report/reporters/pretty.ts";
import { runConversation } from "../../src/simulation/run-conversation.ts";

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
		const beginning = await new StartingPanels(models[0]).of(found.located);
		if ("diagnostic" in beginning) throw new Error(corpusFaultText(beginning));
		const ran = runConversation(found.located.conversation, beginning);
		const failures = failureReports(found.located, beginning, ran, true);
		expect(failures.map(failureText).join("")).toBe("");
	},
);
