import type { Located } from "../../src/conversation/located.ts";
import { readTranscript } from "../../src/conversation/read-transcript.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { failureReports } from "../../src/replay/report/failure-reports.ts";
import type {
	PassedConversation,
	Reporter,
	Write,
} from "../../src/replay/report/reporter.ts";
import type { Summary } from "../../src/replay/report/summary.ts";
import { noVerdicts } from "../../src/replay/report/verdict-counts.ts";
import { runConversation } from "../../src/simulation/run-conversation.ts";
import { fresh } from "./texting.ts";

export const summary: Summary = {
	conversations: 3,
	passed: 2,
	failed: 1,
	verdicts: { ...noVerdicts, manual: 2 },
	repeatedIds: [],
	malformed: 1,
	notRun: 0,
	stopped: false,
	seed: 1,
	digest: "sha256:00",
	sum: { count: 3, sum: "0".repeat(64) },
	lost: [],
	causes: [
		{
			cause: "user PIN: 4 digits, this has 2",
			failures: 1,
			first: { id: "short # pin", file: "dir/a.smst", line: 4 },
			shrunk: null,
		},
	],
	otherFailures: 0,
};

export const failing = located(`id short # pin
source VST 6.2
# a PIN has four digits
> PROG 7982 USRS:1,12,,1
< USRS:OK
? users.1.name ""
`);

export const faults = readTranscript("> a\n@ soon\n", "dir/b.smst");

export function passedOf({
	conversation: { id },
	file,
	line,
}: Located): PassedConversation {
	return { id, file, line };
}

export function moment(step: number, type: string, text: string) {
	const at = Date.UTC(2026, 0, 1);
	return { step, at, type, text, came: [], failed: false };
}

export function told(
	make: (write: Write, verbose: boolean) => Reporter,
	verbose = false,
	conversation = failing,
): string {
	let output = "";
	const reporter = make((text) => {
		output += text;
	}, verbose);
	reporter.failed(reportsOf(conversation));
	for (const { fault } of faults) if (fault !== null) reporter.malformed(fault);
	reporter.ended(summary);
	return output;
}

export function reportsOf(conversation: Located) {
	const beginning = { model: vst2752, state: fresh(vst2752) };
	const ran = runConversation(conversation.conversation, beginning);
	return failureReports(conversation, beginning, ran, false);
}

export function located(text: string): Located {
	const [found] = readTranscript(text, "dir/a.smst");
	if (!found?.located) throw new Error(found?.fault?.diagnostic.message);
	return found.located;
}
