import { createInterface } from "node:readline";
import type { Diagnostic } from "../../grammar/diagnostic.ts";
import { readLine } from "../../grammar/transcript/read.ts";
import { maskedAt } from "../derive/secrets.ts";
import type { Panel } from "../device/panel.ts";
import { takeNotices } from "../device/take-notices.ts";
import { holds, valueAt } from "../replay/claim.ts";
import type { Claim } from "../replay/conversation.ts";
import { corpusDiagnostic, corpusFaultText } from "../replay/corpus-fault.ts";
import { happening } from "../replay/happening.ts";
import { readStep } from "../replay/read-step.ts";
import { valueText } from "../replay/write-transcript.ts";
import type { VirtualClock } from "../time/virtual-clock.ts";
import { describeOutcome } from "./describe-outcome.ts";
import { ExitCode } from "./exit-code.ts";
import { explainEntry } from "./explain-entry.ts";
import { noTimePasses, passingTime } from "./passing-time.ts";
import { complain, print } from "./print.ts";

export interface PipeOptions {
	readonly input: NodeJS.ReadableStream;
	/** The phone that texts. */
	readonly from: string;
	/** The panel's clock. `@ ` moves it ahead. */
	readonly clock: VirtualClock;
	/** Whether the time that passes by itself is told, so that the transcript can be replayed. */
	readonly timed: boolean;
	readonly showSecrets: boolean;
	/** Whether a modem sends what people are told; else it is printed. */
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
		if (!/^[!@?] /.test(line)) {
			await text(line.startsWith("> ") ? line.slice(2) : line);
			continue;
		}
		const result = await step(line);
		tell(await notices());
		if (result === "done") continue;
		if (result === "failed") {
			if (exitCode === ExitCode.ok) exitCode = ExitCode.refused;
			continue;
		}
		exitCode = ExitCode.input;
		const fault = { file: "stdin", line: number, text: line };
		complain(corpusFaultText({ ...fault, diagnostic: result }));
	}
	time.end();
	return exitCode;

	/** What leaves the panel besides the answer. */
	async function notices(): Promise<Awaited<ReturnType<typeof takeNotices>>> {
		return onAir ? [] : await time.quietly(() => takeNotices(panel));
	}

	function tell(texts: Awaited<ReturnType<typeof takeNotices>>): void {
		for (const { to, text } of texts) print(`<${to} ${text}`);
	}

	async function text(message: string): Promise<void> {
		await time.pass();
		print(`> ${message}`);
		const { response, journal } = await time.quietly(() =>
			panel.text({ from, text: message }),
		);
		const told = await notices();
		// Silence is said only where nothing leaves the panel.
		if (response.reply !== null) print(`< ${response.reply}`);
		else if (told.length === 0) print("<");
		tell(told);
		for (const entry of journal) complain(explainEntry(panel.model, entry));
	}

	async function step(line: string): Promise<"done" | "failed" | Diagnostic> {
		const read = readLine(line);
		if (read.type === "fault") return read.diagnostic;
		if (
			read.type === "blank" ||
			read.type === "header" ||
			read.type === "reply"
		)
			throw new TypeError(`${read.type} begins with no mark of a step`);
		const step = readStep(read, happening);
		if (step.type !== "fault") await time.pass();
		switch (step.type) {
			case "fault":
				return step.diagnostic;
			case "wait":
				print(line);
				time.ahead(step);
				await clock.advanceTo(clock.now() + step.milliseconds);
				return "done";
			case "at":
				if (step.instant < clock.now()) return tooLate(line);
				print(line);
				time.ahead(step);
				await clock.advanceTo(step.instant);
				return "done";
			case "claim":
				print(line);
				return await claim(step);
			case "event": {
				const reading = happening(step.text);
				if ("fault" in reading) return reading.fault;
				print(line);
				const outcome = await time.quietly(() => panel.happens(reading.event));
				complain(describeOutcome(outcome));
				return "done";
			}
			default:
				throw new TypeError(`nobody carries out a step ${step.type}`);
		}
	}

	async function claim({ path, value }: Claim): Promise<"done" | "failed"> {
		await panel.catchUp();
		const found = valueAt(panel.state, path);
		if (holds(value, found)) return "done";
		const shown = showSecrets ? found : maskedAt(path, found);
		complain(
			`line ${number}: ${path}: expected ${valueText(value)}, got ${valueText(shown)}`,
		);
		return "failed";
	}
}

function tooLate(line: string): Diagnostic {
	const whole = { start: 2, end: line.length };
	return corpusDiagnostic(
		"time",
		"time: it is later than that already, and never runs backwards",
		"@ +30s lets time pass",
		whole,
	);
}
