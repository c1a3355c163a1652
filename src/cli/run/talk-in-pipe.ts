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
	/** Whether `@ +30s` is printed as time passes, so that the transcript can be replayed. */
	readonly timed: boolean;
	readonly showSecrets: boolean;
	/** Whether a modem sends the panel's texts; else they are printed. */
	readonly hasModem: boolean;
}

/**
 * Each line of the input is an SMS. The transcript goes to stdout, the reasons of
 * ERROR and silence to stderr. Empty lines and comments (`# `) are skipped; `@ `,
 * `? ` and `! ` begin steps of a transcript. A refused message leaves the exit code
 * at 0, a claim that fails does not.
 */
export async function talk(
	panel: Panel,
	{ input, from, clock, timed, showSecrets, hasModem }: PipeOptions,
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

	/** Texts of the panel besides its answer. */
	async function leaving(): Promise<readonly Outgoing[]> {
		return hasModem
			? []
			: await time.quietly(() => takeTexts(panel, clock.now()));
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
		// `<` alone says that the panel sent nothing at all.
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
