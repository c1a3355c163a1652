import { createInterface } from "node:readline/promises";
import { ruleOf } from "../../derive/bind.ts";
import { blankEffect } from "../../derive/usage.ts";
import type { Model } from "../../models/model.ts";
import { Misfit } from "../../parameters/kind.ts";

/**
 * Asks for each field of a command on the terminal and repeats a question until
 * the answer fits.
 * @returns texts `field=value`; empty for an unknown word
 */
export async function askFields(
	model: Model,
	word: string,
): Promise<readonly string[]> {
	const slots = model.commands.get(word)?.slots ?? [];
	const terminal = createInterface({
		input: process.stdin,
		output: process.stderr,
	});
	const answers: string[] = [];
	try {
		for (const slot of slots) {
			const { name, label, parameter, kind } = slot;
			if (parameter.role !== "field" || kind === null) continue;
			const blanks =
				parameter.policy === "required" ? "" : `; nothing ${blankEffect(slot)}`;
			for (;;) {
				const answer = (
					await terminal.question(`${label} (${ruleOf(slot)}${blanks}): `)
				).trim();
				const blankAllowed = parameter.policy !== "required";
				if (
					answer === "" ? blankAllowed : !(kind.read(answer) instanceof Misfit)
				) {
					answers.push(`${name}=${answer}`);
					break;
				}
			}
		}
	} finally {
		terminal.close();
	}
	return answers;
}
