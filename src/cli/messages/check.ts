import { readFileSync } from "node:fs";
import { messageOf } from "../../error-message.ts";
import { type CheckReport, checkMessage } from "../../views/check-message.ts";
import { checkJson, checkText } from "../../views/check-report.ts";
import { chosenSubject } from "../line/chosen-subject.ts";
import { ExitCode, InputError, UsageError } from "../line/exit-code.ts";
import { print } from "../line/print.ts";
import { outputColors } from "../line/terminal-colors.ts";
import { defineVerb } from "../line/verb.ts";

export const check = defineVerb({
	examples: [
		["check PROG 7982 USRS:1,1234,,1", "what each part does"],
		["check --file messages.txt", "every line of a file; - is stdin"],
		[
			"check PROG 7982 USRS:1,12 --json",
			"for programs; exit code 4 when refused",
		],
		[
			"check disarm 1234 --as +33612345678",
			"plain words, and whether this person may say them",
		],
	],
	// A lone hyphen does not reach a positional of yargs.
	arrange: (args) => args.map((arg) => (arg === "-" ? "--file=-" : arg)),
	options: (yargs) =>
		yargs
			.positional("message", {
				array: true,
				type: "string",
				describe: "the SMS, or - to read one a line from stdin",
			})
			.option("file", {
				alias: "f",
				type: "string",
				requiresArg: true,
				describe: "read messages from a file, one a line; - is stdin",
			})
			.option("as", {
				type: "string",
				requiresArg: true,
				describe: "judge plain words as if this number had sent them",
			})
			.option("model", {
				type: "string",
				requiresArg: true,
				describe:
					"the model to judge by; else the panel's file, else the default",
			})
			.option("strict", {
				type: "boolean",
				default: false,
				describe: "accept only what is printed for the model or its family",
			}),
	async run({ message, file, as, model, strict, config, json, showSecrets }) {
		const typed = message?.join(" ") ?? "";
		const source = file ?? null;
		if (source === null && typed === "")
			throw new UsageError("check what? give a message, --file F, or -");
		const subject = await chosenSubject(config, model);
		const texts = source === null ? [typed] : linesOf(source);
		let exitCode: ExitCode = ExitCode.ok;
		const reports: CheckReport[] = [];
		for (const text of texts) {
			const report = checkMessage(subject, text, strict, as ?? null);
			if (!report.ok) exitCode = ExitCode.refused;
			reports.push(report);
		}
		if (json && source !== null)
			for (const report of reports)
				process.stdout.write(
					`${JSON.stringify(checkJson(report, showSecrets))}\n`,
				);
		else
			for (const report of reports)
				print(
					json
						? checkJson(report, showSecrets)
						: checkText(report, outputColors),
				);
		return exitCode;
	},
});

function linesOf(source: string): readonly string[] {
	let content: string;
	try {
		content = readFileSync(source === "-" ? 0 : source, "utf8");
	} catch (error) {
		const why = messageOf(error);
		throw new InputError(`cannot read ${source}: ${why}`);
	}
	return content.split(/\r?\n/).filter((line) => line.trim() !== "");
}
