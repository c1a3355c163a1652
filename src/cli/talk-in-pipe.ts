import { createInterface } from "node:readline";
import type { Panel } from "../device/panel.ts";
import { ExitCode } from "./exit-code.ts";
import { explainEntry } from "./explain-entry.ts";
import { complain, print } from "./print.ts";

/**
 * Every line of stdin is an SMS; stdout becomes the transcript, and the reason
 * of each ERROR and each silence goes to stderr. Empty lines are skipped. A
 * refused message is not a failed run.
 */
export async function talk(panel: Panel, from: string): Promise<ExitCode> {
	const lines = createInterface({ input: process.stdin, terminal: false });
	let number = 0;
	let exitCode: ExitCode = ExitCode.ok;
	for await (const line of lines) {
		number += 1;
		if (line.trim() === "" || line.startsWith("# ")) continue;
		if (/^[!@?] /.test(line)) {
			complain(
				`line ${number}: "${line.slice(0, 2)}" begins a step, which this version does not know; "> " in front makes it an SMS`,
			);
			exitCode = ExitCode.usage;
			continue;
		}
		const text = line.startsWith("> ") ? line.slice(2) : line;
		print(`> ${text}`);
		const { response, journal } = await panel.text({ from, text });
		print(response.reply === null ? "<" : `< ${response.reply}`);
		for (const entry of journal) complain(explainEntry(panel.model, entry));
	}
	return exitCode;
}
