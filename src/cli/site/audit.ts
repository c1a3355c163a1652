import { howMany } from "../../how-many.ts";
import type { EndOfAudit } from "../../site/audit/audit-end.ts";
import { observedAnswers } from "../../site/audit/observed-answers.ts";
import { messageCounts, progressOf } from "../../site/audit/run-progress.ts";
import { countsText } from "../../site/site-report.ts";
import { instantText } from "../../time/instant.ts";
import { ExitCode } from "../line/exit-code.ts";
import { print } from "../line/print.ts";
import { defineVerb } from "../line/verb.ts";
import { auditBeside, keptAudit } from "./audit-place.ts";

export const audit = defineVerb({
	withoutPanel: true,
	examples: [
		[
			"audit verify site.audit",
			"whether every line is as it was written; exit code 2 where one is not",
		],
		[
			"audit observed site.audit --firmware 2.10",
			"how the panel answered each command, to mark it observed by hand",
		],
	],
	actions: {
		verify: { words: ["FILE", "site.audit"] },
		observed: { options: ["firmware"], words: ["FILE", "site.audit"] },
	},
	options: (yargs) =>
		yargs
			.positional("file", {
				type: "string",
				demandOption: true,
				describe: "the audit that apply has written, or its site",
			})
			.option("firmware", {
				type: "string",
				requiresArg: true,
				describe: "observed: the panel's firmware, as it says it",
			}),
	async run({ action, file: named, firmware, json }) {
		const file = /\.(ya?ml|json)$/.test(named) ? auditBeside(named) : named;
		const { lines, last, unfinished, end } = await keptAudit(file);
		if (action === "observed") return tellObserved(file, lines, firmware, json);
		const progress = progressOf(lines);
		const { hash, at } = last;
		const lastRun =
			progress === null
				? null
				: {
						outcome: progress.ended?.outcome ?? null,
						...messageCounts(progress),
					};
		if (json) {
			print({
				ok: true,
				lines: lines.length,
				last: instantText(at),
				hash,
				unfinished: unfinished > 0,
				end,
				lastRun,
			});
			return ExitCode.ok;
		}
		const cut =
			unfinished > 0 ? "; a last line was not written to its end" : "";
		print(
			`${file}: ${howMany(lines.length, "line")}, each as it was written${cut}; the last at ${instantText(at)}`,
		);
		if (lastRun !== null)
			print(
				`the last run: ${lastRun.outcome ?? "not finished"}, ${countsText(lastRun)}`,
			);
		print(endTexts[end]);
		print(`hash of all of it: ${hash}`);
		return ExitCode.ok;
	},
});

const endTexts: { readonly [End in EndOfAudit]: string } = {
	here: "no line is missing at its end: the last is the one that was written on this machine",
	further:
		"its last lines were written elsewhere: whether more are missing cannot be told",
	unknown:
		"nothing is kept of its end on this machine: whether lines are missing there cannot be told",
};

/** Says how the panel answered; no model changes by it. */
function tellObserved(
	file: string,
	lines: Parameters<typeof observedAnswers>[0],
	firmware: string | undefined,
	json: boolean,
): ExitCode {
	const found = observedAnswers(lines, firmware ?? null);
	if (json) {
		print(found ?? { commands: [] });
		return ExitCode.ok;
	}
	if (found === null) {
		print(`${file}: no message was answered`);
		return ExitCode.ok;
	}
	const { model, date, commands } = found;
	print(`${model}, firmware ${firmware ?? "not said"}, seen on ${date}:`);
	for (const { word, answers, alike } of commands)
		print(
			`  ${word}: ${answers.join(" and ").replaceAll("\n", " / ")}${alike ? "" : "  (refused)"}`,
		);
	return ExitCode.ok;
}
