import { createInterface } from "node:readline";
import { corpusFaultText } from "../../conversation/corpus-fault.ts";
import type { Panel } from "../../device/panel.ts";
import { takeTexts } from "../../device/take-texts.ts";
import type { Outgoing } from "../../firmware/outbox/next.ts";
import type { VirtualClock } from "../../time/virtual-clock.ts";
import { explainEntry } from "../../views/explain-entry.ts";
import { ExitCode } from "../line/exit-code.ts";
import { complain, print } from "../line/print.ts";
import { errorColors } from "../line/terminal-colors.ts";
import { noTimePasses, passingTime } from "./passing-time.ts";
import { isTypedStep, takeStep } from "./typed-step.ts";

export interface PipeOptions {
	readonly input: NodeJS.ReadableStream;
	/** The phone that texts. */
	readonly from: string;
	/** The panel's clock. `@ ` moves it ahead. */
	readonly clock: VirtualClock;
	/** Whether the time that passes by itself is told, so that the transcript can be replayed. */
	readonly timed: boolean;
	readonly showSecrets: boolean;
	/** Whether a modem sends what leaves the panel; else it is printed. */
	readonly onAir: boolean;
}

/**
 * Every line of stdin is an SMS; stdout becomes the transcript, and the reason
 * of each ERROR and each silence goes to stderr. Empty lines and those that
 * begin with `# ` are skipped; `@ `, `? ` and `! ` begin steps of a transcript.
 * A refused message is not a failed run, a claim that does not hold is.
 */
export async function talk(
	panel: Panel,
	{ input, from, clock, timed, showSecrets, onAir }: PipeOptions,
): Promise<ExitCode> {
	const lines = createInterface({ input, terminal: false });
	const time = timed ? passingTime(panel, clock) : noTimePasses;
	let number = 0;
	let exitCode: ExitCode = ExitCode.ok;
	for await (const line of lines) {
		number += 1;
		if (line.trim() === "" || line.startsWith("# ")) continue;
		if (isTypedStep(line)) await step(line);
		else await text(line.startsWith("> ") ? line.slice(2) : line);
	}
	time.end();
	return exitCode;

	/** What leaves the panel besides the answer. */
	async function leaving(): Promise<readonly Outgoing[]> {
		return onAir ? [] : await time.quietly(() => takeTexts(panel, clock.now()));
	}

	function tell(texts: readonly Outgoing[]): void {
		for (const { to, text } of texts) print(`<${to} ${text}`);
	}

	async function text(message: string): Promise<void> {
		await time.pass();
		print(`> ${message}`);
		const { response, journal } = await time.quietly(() =>
			panel.text({ from, text: message }),
		);
		const told = await leaving();
		// Silence is said only where nothing leaves the panel.
		if (response.reply !== null) print(`< ${response.reply}`);
		else if (told.length === 0) print("<");
		tell(told);
		for (const entry of journal)
			complain(explainEntry(panel.model, entry, errorColors));
	}

	async function step(line: string): Promise<void> {
		const begin = () => print(line);
		const taker = { panel, clock, time, showSecrets, begin };
		const result = await takeStep(line, taker);
		tell(await leaving());
		switch (result.type) {
			case "done":
				return complain(result.remark);
			case "failed":
				complain(`line ${number}: ${result.remark}`);
				if (exitCode === ExitCode.ok) exitCode = ExitCode.refused;
				return;
			case "fault": {
				exitCode = ExitCode.input;
				const place = { file: "stdin", line: number, text: line };
				complain(corpusFaultText({ ...place, diagnostic: result.diagnostic }));
			}
		}
	}
}
