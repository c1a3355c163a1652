import {
	corpusDiagnostic,
	corpusFaultText,
} from "../../conversation/corpus-fault.ts";
import type { Panel } from "../../device/panel.ts";
import { takeTexts } from "../../device/take-texts.ts";
import { reportOn } from "../../firmware/answer/report-on.ts";
import type { Outgoing } from "../../firmware/outbox/next.ts";
import { type OddPlace, placeNotUtf8 } from "../../store/read-text.ts";
import { instantText } from "../../time/instant.ts";
import type { VirtualClock } from "../../time/virtual-clock.ts";
import { byteLines, LineTooLongError } from "../../transport/text-lines.ts";
import { describeHappening } from "../../views/describe-happening.ts";
import { explainEntry } from "../../views/explain-entry.ts";
import { ExitCode, InputError } from "../line/exit-code.ts";
import { complain, print, printJsonLine } from "../line/print.ts";
import { errorColors } from "../line/terminal-colors.ts";
import { happeningLines } from "./happening-lines.ts";
import { noTimePasses, passingTime } from "./passing-time.ts";
import type { PipeAccount } from "./pipe-account.ts";
import { isTypedStep, resultJson, stepMeant, takeStep } from "./typed-step.ts";

export interface PipeOptions {
	readonly input: AsyncIterable<Uint8Array | string>;
	/** The phone that texts. */
	readonly from: string;
	/** The panel's clock. `@ ` moves it ahead. */
	readonly clock: VirtualClock;
	/** Whether `@ +30s` is printed as time passes, so that the transcript can be replayed. */
	readonly timed: boolean;
	readonly showSecrets: boolean;
	/** Whether stdout becomes JSON Lines instead of a transcript. */
	readonly json?: boolean;
	/** Whether a modem sends the panel's texts; else they are printed. */
	readonly hasModem: boolean;
	/** Accounts for what is done, where its digest is asked for. */
	readonly account?: {
		readonly id: string;
		readonly book: PipeAccount;
	} | null;
}

/**
 * Each line of the input is an SMS. The transcript goes to stdout, the reasons of
 * ERROR and silence to stderr. Empty lines and comments (`# `) are skipped; `@ `,
 * `? ` and `! ` begin steps of a transcript. A refused message leaves the exit code
 * at 0, a claim that fails does not.
 */
export async function talk(
	panel: Panel,
	{ input, from, clock, timed, showSecrets, hasModem, ...more }: PipeOptions,
): Promise<ExitCode> {
	const { json = false, account = null } = more;
	const book = account?.book ?? null;
	const showsTime = timed && !json;
	const time = showsTime ? passingTime(panel, clock) : noTimePasses;
	const happening = json ? happeningLines(panel, clock) : null;
	let number = 0;
	let exitCode: ExitCode = ExitCode.ok;
	try {
		for await (const bytes of byteLines(input)) {
			number += 1;
			const line = bytes.toString("utf8");
			const odd = placeNotUtf8(bytes);
			if (odd !== null) {
				noText(line, odd);
				continue;
			}
			if (line.trim() === "" || line.startsWith("# ")) continue;
			if (isTypedStep(line)) await step(line);
			else await text(line.startsWith("> ") ? line.slice(2) : line);
		}
	} catch (error) {
		if (!(error instanceof LineTooLongError)) throw error;
		throw new InputError(`stdin:${number + 1}: ${error.message}`);
	} finally {
		happening?.end();
		time.end();
	}
	if (account !== null) {
		const digest = account.book.digest(account.id);
		if (json) tellJson({ digest });
		// A comment of the transcript.
		else print(`# digest ${digest}`);
	}
	return exitCode;

	/** It would be read as another text than was sent. */
	function noText(line: string, { start, message }: OddPlace): void {
		exitCode = ExitCode.input;
		const span = { start, end: Math.max(start + 1, line.length) };
		const diagnostic = corpusDiagnostic("form", message, null, span);
		const place = { file: "stdin", line: number, text: line };
		complain(corpusFaultText({ ...place, diagnostic }));
	}

	/** Texts of the panel besides its answer. */
	async function leaving(): Promise<readonly Outgoing[]> {
		if (book !== null) return await book.leaving();
		return hasModem
			? []
			: await time.quietly(() => takeTexts(panel, clock.now()));
	}

	/** One object a line, with the panel's time. */
	function tellJson(object: object): void {
		printJsonLine({ at: instantText(clock.now()), ...object });
	}

	function tell(texts: readonly Outgoing[]): void {
		for (const { to, text } of texts)
			if (json) tellJson({ sent: { to, text } });
			else print(`<${to} ${text}`);
	}

	async function text(message: string): Promise<void> {
		await time.pass();
		happening?.hold();
		if (!json) print(`> ${message}`);
		const exchange = await time.quietly(() =>
			panel.text({ from, text: message }),
		);
		const { response, journal } = exchange;
		const told = await leaving();
		const { reply } = response;
		book?.step(reply === null ? told : [...told, { to: from, text: reply }]);
		if (json) {
			tellJson({ text: { from, ...reportOn(exchange, showSecrets) } });
			happening?.tell();
			tell(told);
			return;
		}
		// `<` alone says that the panel sent nothing at all.
		if (response.reply !== null) print(`< ${response.reply}`);
		else if (told.length === 0) print("<");
		tell(told);
		for (const entry of journal)
			complain(explainEntry(panel.model, entry, errorColors));
		complain(stepMeant(message, response));
	}

	async function step(line: string): Promise<void> {
		const begin = () => (json ? {} : print(line));
		const taken = book?.clock ?? clock;
		const taker = { panel, clock: taken, time, showSecrets, begin };
		const before = panel.state;
		// What happens while time passes comes before the line that lets it pass.
		if (line.startsWith("!")) happening?.hold();
		const result = await takeStep(line, taker);
		if (json) tellJson({ step: { line, ...resultJson(result) } });
		happening?.tell();
		const told = await leaving();
		if (/^[!@]/.test(line) && result.type === "done") book?.step(told);
		tell(told);
		switch (result.type) {
			case "done":
				if (json) return;
				// Whoever is shown the time is told already what it brought.
				if (!showsTime || line.startsWith("!"))
					complain(describeHappening(before, panel.state));
				complain(result.remark);
				return;
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
