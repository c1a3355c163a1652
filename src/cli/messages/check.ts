import {
	MOST_TEXT,
	NoTextFileError,
	readText,
	textOf,
} from "../../store/read-text.ts";
import { systemClock } from "../../time/system-clock.ts";
import {
	checkedLineJson,
	checkList,
	checkListText,
	messageLines,
	totalsAndWayOn,
} from "../../views/check-list.ts";
import { checkMessage } from "../../views/check-message.ts";
import { checkJson, checkText } from "../../views/check-report.ts";
import { chosenSubject } from "../line/chosen-subject.ts";
import { ExitCode, InputError, UsageError } from "../line/exit-code.ts";
import { unreadable } from "../line/failure.ts";
import { complain, print, printJsonLine } from "../line/print.ts";
import { outputColors } from "../line/terminal-colors.ts";
import { defineVerb } from "../line/verb.ts";

export const check = defineVerb({
	examples: [
		["check PROG 7982 USRS:1,1234,,1", "what each part does"],
		["check --file messages.txt", "a list, in order; - is stdin"],
		[
			"check PROG 7982 USRS:1,12 --json",
			"for programs; exit code 4 when refused",
		],
		[
			"check disarm 1234 --as +33612345678",
			"plain words, and whether this person may say them",
		],
	],
	// A lone hyphen reaches neither a positional nor an option of yargs.
	arrange: (args) =>
		args.flatMap((arg, at) => {
			if (arg === "-") return ["--file=-"];
			return /^(-f|--file)$/.test(arg) && args[at + 1] === "-" ? [] : [arg];
		}),
	apart: [["model", "config"]],
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
				describe:
					"judge the messages of a file in order, one a line, # is a comment; - is stdin",
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
	async run(
		{ message, file, as, model, strict, config, json, showSecrets },
		isTyped,
	) {
		const typed = message?.join(" ") ?? "";
		const source = file ?? null;
		if (source === null && typed === "")
			throw new UsageError("check what? give a message, --file F, or -");
		if (source !== null && typed !== "")
			throw new UsageError("check one of both: a message, or --file F");
		const subject = await chosenSubject(config, model, isTyped);
		const sender = as ?? null;
		if (sender !== null && source === null && subject.file === null)
			throw new UsageError(
				"--as needs a panel's file, which says who may do what: --config FILE",
			);
		const now = systemClock.now();
		if (source === null) {
			const report = checkMessage(subject, typed, { strict, as: sender, now });
			print(
				json ? checkJson(report, showSecrets) : checkText(report, outputColors),
			);
			return report.ok ? ExitCode.ok : ExitCode.refused;
		}
		const messages = messageLines(await contentOf(source));
		// Who judges no message meant another file, or has lost what stood in it.
		if (messages.length === 0)
			throw new InputError(
				`${named(source)}: there is no message to judge; each stands on a line of its own`,
			);
		const settings = { strict, as: sender, now };
		const checked = checkList(subject, messages, settings);
		if (json) {
			for (const line of checked)
				printJsonLine(checkedLineJson(line, showSecrets));
			complain(totalsAndWayOn(checked));
		} else print(checkListText(checked, outputColors));
		return checked.every(({ report }) => report.ok)
			? ExitCode.ok
			: ExitCode.refused;
	},
});

async function contentOf(source: string): Promise<string> {
	try {
		return source === "-" ? await stdinText() : await readText(source);
	} catch (error) {
		throw unreadable(named(source), error);
	}
}

function named(source: string): string {
	return source === "-" ? "standard input" : source;
}

/** What comes in a pipe, as much as a file may hold. */
async function stdinText(): Promise<string> {
	const parts: Buffer[] = [];
	let size = 0;
	for await (const chunk of process.stdin) {
		parts.push(chunk);
		size += chunk.length;
		if (size > MOST_TEXT)
			throw new NoTextFileError(
				`it is larger than ${MOST_TEXT / 1024 / 1024} MB`,
			);
	}
	return textOf(Buffer.concat(parts));
}
