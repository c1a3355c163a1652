import { createInterface } from "node:readline/promises";
import type { Panel } from "../device/panel.ts";
import { takeNotices } from "../device/take-notices.ts";
import { errorColors, outputColors } from "./colors.ts";
import { describeCommands } from "./describe-commands.ts";
import { describeHappening } from "./describe-happening.ts";
import { ExitCode } from "./exit-code.ts";
import { explainEntry } from "./explain-entry.ts";
import { complain, print } from "./print.ts";
import { statusText } from "./status-text.ts";
import { textingAs } from "./texting-as.ts";

const HELP = `Type an SMS as a phone would send it. Besides:
  /commands [WORD]   what this panel understands
  /status            mode, users, zones
  /as NUMBER|NAME    text from another phone, or as somebody whom the panel knows
  /quit              leave; Ctrl-D does too`;

const CLEAR_LINE = "\r\u001b[K";

/** A phone to type on: one SMS a line, its reply below, and why, where there is none. */
export async function talk(
	panel: Panel,
	phone: string,
	onAir: boolean,
): Promise<ExitCode> {
	const { model } = panel;
	let from = phone;
	complain(`${model.title}; /help says what can be typed`);
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
	let seen = panel.state;
	let isBusy = false;
	const tellPeople = async () => {
		if (onAir) return;
		isBusy = true;
		for (const { to, text } of await takeNotices(panel))
			print(outputColors.green(`<${to} ${text}`));
		isBusy = false;
		seen = panel.state;
	};
	// What happens by itself, or by another process, goes above what is being typed.
	const stopWatching = panel.onChange(() => {
		if (isBusy) return;
		const news = describeHappening(seen, panel.state);
		seen = panel.state;
		if (news === "") return;
		process.stderr.write(CLEAR_LINE);
		complain(errorColors.dim(news));
		void tellPeople().then(() => terminal.prompt(true));
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
			complain(statusText(panel.model, panel.state));
		else if (order === "/commands")
			complain(describeCommands(model, words.join(" ")));
		else if (order.startsWith("/")) complain(HELP);
		else if (typed !== "") {
			isBusy = true;
			const { response, journal } = await panel.text({ from, text: line });
			isBusy = false;
			seen = panel.state;
			if (response.reply !== null)
				print(outputColors.green(`< ${response.reply}`));
			for (const entry of journal) complain(explainEntry(model, entry));
			await tellPeople();
		}
		terminal.prompt();
	}
	stopWatching();
	terminal.close();
	return exitCode;
}
