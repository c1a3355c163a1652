import { createInterface } from "node:readline/promises";
import { UsageError } from "../line/exit-code.ts";

/** Whether somebody can be asked. */
export function hasTerminal(): boolean {
	return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/**
 * Asks a question whose answer has to be typed in full.
 * @throws UsageError where nobody can be asked
 */
export async function isAgreed(
	question: string,
	answer: string,
): Promise<boolean> {
	if (!hasTerminal())
		throw new UsageError(
			"nothing is sent unasked, and here nobody can be asked; --yes sends",
		);
	const terminal = createInterface({
		input: process.stdin,
		output: process.stderr,
	});
	try {
		// Who ends the input has agreed to nothing; the question alone would wait for ever.
		const over = new Promise<string>((resolve) => {
			terminal.once("close", () => resolve(""));
		});
		const typed = await Promise.race([terminal.question(question), over]);
		return typed.trim() === answer;
	} finally {
		terminal.close();
	}
}
