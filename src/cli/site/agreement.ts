import { createInterface } from "node:readline/promises";
import { UsageError } from "../line/exit-code.ts";

/** Whether somebody can be asked. */
export function hasTerminal(): boolean {
	return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

let before: Promise<unknown> = Promise.resolve();

/**
 * Asks a question whose answer has to be typed in full. Sites over several modems ask
 * at the same time, and a person answers one question after the other.
 * @throws UsageError where nobody can be asked
 */
export function isAgreed(question: string, answer: string): Promise<boolean> {
	const asked = before.then(() => ask(question, answer));
	before = asked.catch(() => {});
	return asked;
}

async function ask(question: string, answer: string): Promise<boolean> {
	if (!hasTerminal())
		throw new UsageError(
			"nothing is sent unasked, and here nobody can be asked; --yes sends",
		);
	const terminal = createInterface({
		input: process.stdin,
		output: process.stderr,
	});
	try {
		// Reading keys one by one, the terminal makes no signal of Ctrl-C; without this it
		// would only close, as at the end of the input.
		terminal.once("SIGINT", () => {
			process.stderr.write("\n");
			process.emit("SIGINT");
		});
		// Who ends the input has agreed to nothing; the question alone would wait for ever.
		let atEnd = () => {};
		const over = new Promise<string>((resolve) => {
			atEnd = () => {
				process.stderr.write("\n");
				resolve("");
			};
		});
		terminal.once("close", atEnd);
		const typed = await Promise.race([terminal.question(question), over]);
		terminal.off("close", atEnd);
		return typed.trim() === answer;
	} finally {
		terminal.close();
	}
}
