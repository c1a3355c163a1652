import { existsSync } from "node:fs";
import { models } from "../../models/models.ts";
import type { Language } from "../../panel/state/remote-access.ts";
import { makePlan } from "../../plan/make-plan.ts";
import { type Allowance, allowances } from "../../plan/messages/plan-rules.ts";
import type { Site } from "../../plan/site/site.ts";
import { stateFolder } from "../../ports/state-folder.ts";
import { fittedSettings } from "../../site/audit/fitted-settings.ts";
import { ownValueMac } from "../../site/audit/value-mac.ts";
import { replaceUserFile } from "../../store/user-file.ts";
import { machineTimeZone } from "../../time/machine-time-zone.ts";
import { systemClock } from "../../time/system-clock.ts";
import { handoverOf, type Knowledge } from "../../views/handover/handover.ts";
import { handoverPage, readers } from "../../views/handover/handover-page.ts";
import { handoverWords } from "../../views/handover/words/languages.ts";
import { localTime } from "../../views/words/local-time.ts";
import { ExitCode, InputError, UsageError } from "../line/exit-code.ts";
import { refuseReplacing } from "../line/failure.ts";
import { complain, print } from "../line/print.ts";
import { defineVerb } from "../line/verb.ts";
import { auditBeside, keptAudit } from "./audit-place.ts";
import { beginningOf, readFrom } from "./beginning.ts";
import { besides, rulesOf, siteOptions } from "./plan-options.ts";
import { secretsFileOf, secretsFrom } from "./secrets-file.ts";
import {
	readSiteFile,
	refuseUnused,
	siteIn,
	variablesOf,
} from "./site-file.ts";

const languages = Object.keys(handoverWords) as readonly Language[];

export const handover = defineVerb({
	withoutPanel: "--from names the panel's file",
	examples: [
		[
			"handover site.yaml --out house.html",
			"a page to print for the people of the house; it holds no code",
		],
		[
			"handover site.yaml --for installer --lang fr --out record.html",
			"the as-fitted record, in French",
		],
	],
	options: (yargs) =>
		siteOptions(yargs)
			.positional("site", {
				type: "string",
				demandOption: true,
				describe: "what the panel is: YAML or JSON",
			})
			.option("for", {
				choices: readers,
				default: "customer" as const,
				describe: "who the paper is for",
			})
			.option("lang", {
				choices: languages,
				default: "en" as Language,
				describe: "the language of the paper",
			})
			.option("out", {
				type: "string",
				requiresArg: true,
				describe: "the file to write; else the page is printed",
			})
			.option("day", {
				type: "string",
				requiresArg: true,
				describe: "the day on the paper, as 2026-11-30; else today",
			})
			.option("from", {
				type: "string",
				default: "unknown",
				requiresArg: true,
				describe:
					"what the panel had before: a panel-config.json, a snapshot, factory or unknown",
			})
			.option("audit", {
				type: "string",
				requiresArg: true,
				describe:
					"what apply wrote of the site, for how each setting is known; else SITE.audit",
			})
			.option("with", {
				choices: besides,
				array: true,
				default: [] as (typeof besides)[number][],
				describe: "messages that were sent although no manual prints them",
			})
			.option("allow", {
				choices: allowances,
				array: true,
				default: [] as Allowance[],
				describe: "what was allowed when the site was planned",
			}),
	async run(argv) {
		const { site: file, out, lang: language, json } = argv;
		const day = dayOf(argv.day);
		const rules = rulesOf({ ...argv, to: "panel", sender: undefined });
		const variables = variablesOf(argv.var);
		const secrets = secretsFileOf(file, argv.secrets);
		const audit = auditOf(file, argv.audit);
		refuseReplacing("--out", out, [file, secrets, audit, argv.from]);
		const secret = await secretsFrom(secrets);
		const from = await readFrom(argv.from);
		const read = await readSiteFile(file);
		refuseUnused(variables, read);
		const site = siteIn(
			read,
			{ variable: (name) => variables.get(name), secret },
			from.found?.model ?? models[0],
		);
		const beginning = beginningOf(from, site.model, {}, secret);
		const plan = makePlan(site, beginning, rules);
		const known = await knownBy(audit, site);
		const html = handoverPage(handoverOf(plan, known), {
			for: argv.for,
			language,
			day,
			site: nameOf(file),
		});
		if (out !== undefined) await replaceUserFile(out, html);
		const about = { for: argv.for, language, day };
		if (json)
			print({ ...about, ...(out === undefined ? { html } : { file: out }) });
		else if (out === undefined) print(html.trimEnd());
		else complain(`wrote ${out}: open it in a browser and print it on A4`);
		return ExitCode.ok;
	},
});

/** The audit that is named, else the one beside the site, if there is one. */
function auditOf(site: string, named: string | undefined): string | null {
	const beside = auditBeside(site);
	return named ?? (existsSync(beside) ? beside : null);
}

/** @throws InputError for an audit that is not there, was changed, or is of another panel */
async function knownBy(
	audit: string | null,
	site: Site,
): Promise<ReadonlyMap<string, Knowledge>> {
	if (audit === null) return new Map();
	const { lines } = await keptAudit(audit);
	for (const { entry } of lines)
		if (
			entry.type === "begun" &&
			site.number !== null &&
			entry.number !== site.number
		)
			throw new InputError(
				`${audit} is of ${entry.number}, and the site of ${site.number}`,
			);
	const mac = await ownValueMac(stateFolder());
	return new Map(
		[...fittedSettings(lines, site, mac)].map(([path, { how, at }]) => [
			path,
			{ how, at: localTime(at, machineTimeZone()).slice(0, 16) },
		]),
	);
}

/** @throws UsageError for what is no day */
function dayOf(given: string | undefined): string {
	if (given === undefined)
		return localTime(systemClock.now(), machineTimeZone()).slice(0, 10);
	const [, year = "", month = "", day = ""] =
		/^(\d{4})-(\d{2})-(\d{2})$/.exec(given) ?? [];
	const there = new Date(
		Date.UTC(Number(year), Number(month) - 1, Number(day)),
	);
	if (year !== "" && there.toISOString().slice(0, 10) === given) return given;
	throw new UsageError(`--day ${given}: a day, as 2026-11-30`);
}

/** `sites/north.yaml` is the site north. */
function nameOf(file: string): string {
	return file.replace(/^.*[\\/]/, "").replace(/\.(ya?ml|json)$/, "");
}
