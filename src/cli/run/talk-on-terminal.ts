import { createInterface } from "node:readline/promises";
import { drawCaret } from "../../../grammar/message/caret.ts";
import { nearestName } from "../../derive/nearest-name.ts";
import type { Panel } from "../../device/panel.ts";
import type { VirtualClock } from "../../time/virtual-clock.ts";
import { describeCommands } from "../../views/describe-commands.ts";
import { describeHappening } from "../../views/describe-happening.ts";
import { explainEntry } from "../../views/explain-entry.ts";
import { statusText } from "../../views/status-text.ts";
import { ExitCode } from "../line/exit-code.ts";
import { outputWidth } from "../line/output-width.ts";
import { complain, print } from "../line/print.ts";
import type { Screen } from "../line/screen.ts";
import { errorColors, outputColors } from "../line/terminal-colors.ts";
import { noTimePasses } from "./passing-time.ts";
import { textingAs } from "./texting-as.ts";
import { isTypedStep, stepMeant, takeStep } from "./typed-step.ts";

const HELP = `Type an SMS as a phone would send it. Besides:
  ! zone 3 open        something happens at the panel
  @ +30s               30 seconds pass at once
  ? runtime.mode away  check the panel's state
  /commands [WORD]     what this panel understands
  /status              mode, users, zones
  /as NUMBER|NAME      text from another phone, or as somebody whom the panel knows
  /quit                leave; Ctrl-D does too`;

const ORDERS = ["/commands", "/status", "/as", "/quit", "/help"];

function unknownOrder(order: string): string {
	const near = nearestName(order, ORDERS);
	const meant = near === null ? "" : `; did you mean ${near}?`;
	return `there is no ${order}${meant}\n${HELP}`;
}

export interface TerminalOptions {
	/** The phone that texts first. */
	readonly phone: string;
	/** The panel's clock. `@ ` moves it ahead. */
	readonly clock: VirtualClock;
	readonly screen: Screen;
	readonly showSecrets: boolean;
}

/**
 * A phone to type on: each line is an SMS; its reply, or the reason of a silence,
 * is printed below. Steps of a transcript may be typed too.
 */
export async function talk(
	panel: Panel,
	{ phone, clock, screen, showSecrets }: TerminalOptions,
): Promise<ExitCode> {
	const { model } = panel;
	let from = phone;
	complain(`${model.title}; /help says what can be typed, Ctrl-D leaves`);
	const terminal = createInterface({
		input: process.stdin,
		output: process.stderr,
		prompt: errorColors.dim(`${from}> `),
	});
	let exitCode: ExitCode = ExitCode.ok;
	terminal.on("SIGINT", () => {
		exitCode = ExitCode.interrupted;
		terminal.close();
	});
	screen.attach(terminal);
	let seen = panel.state;
	let isBusy = false;
	const news = () => {
		const told = describeHappening(seen, panel.state);
		seen = panel.state;
		return told === "" ? "" : errorColors.dim(told);
	};
	// Events of the panel's own or from other processes go above the line being typed.
	const stopWatching = panel.onChange(() => {
		if (isBusy) return;
		const told = news();
		if (told !== "") screen.above(() => complain(told));
	});
	terminal.prompt();
	for await (const line of terminal) {
		const typed = line.trim();
		const [order = "", ...words] = typed.split(/\s+/);
		if (order === "/quit") break;
		if (order === "/as" && words[0] !== undefined) {
			from = textingAs(panel.state.remote, words.join(" "));
			terminal.setPrompt(errorColors.dim(`${from}> `));
		} else if (order === "/status")
			complain(
				statusText(panel.model, panel.state, {
					now: clock.now(),
					width: outputWidth(),
					showSecrets: false,
				}),
			);
		else if (order === "/commands")
			complain(describeCommands(model, words.join(" ")));
		else if (order.startsWith("/"))
			complain(order === "/help" ? HELP : unknownOrder(order));
		else if (typed !== "") {
			isBusy = true;
			await (isTypedStep(typed) ? step(typed) : text(line));
			isBusy = false;
		}
		terminal.prompt();
	}
	stopWatching();
	terminal.close();
	return exitCode;

	async function text(message: string): Promise<void> {
		const { response, journal } = await panel.text({ from, text: message });
		seen = panel.state;
		const { reply, verdict } = response;
		const paint =
			verdict.type === "error" ? outputColors.yellow : outputColors.green;
		if (reply !== null) print(paint(`< ${reply}`));
		for (const entry of journal)
			complain(explainEntry(model, entry, errorColors));
		complain(stepMeant(message, response));
	}

	async function step(line: string): Promise<void> {
		const result = await takeStep(line, {
			panel,
			clock,
			time: noTimePasses,
			showSecrets,
			begin: () => {},
		});
		complain(news());
		if (result.type === "fault") {
			const { diagnostic } = result;
			complain(drawCaret(line, diagnostic));
			complain(diagnostic.hint ?? "");
		} else complain(result.remark);
	}
}
