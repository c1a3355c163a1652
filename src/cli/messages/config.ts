import { existsSync } from "node:fs";
import { valueAt } from "../../conversation/claim.ts";
import {
	masked,
	maskedAt,
	maskedState,
	type PinNames,
} from "../../derive/secrets.ts";
import { missingKey } from "../../device/control/change-setting.ts";
import { fileRemarks } from "../../device/file/file-remarks.ts";
import {
	initPanelFile,
	readPanel,
	schemaText,
} from "../../device/file/panel-file.ts";
import { setAtPanelFile } from "../../device/file/set-at-panel-file.ts";
import { DEFAULT_NUMBER } from "../../network/default-numbers.ts";
import { changes } from "../../panel/state/changes.ts";
import { machineTimeZone } from "../../time/machine-time-zone.ts";
import { systemClock } from "../../time/system-clock.ts";
import { fileFindings, findings, listed } from "../../views/findings.ts";
import { integrationFindings } from "../../views/integration-findings.ts";
import { programmedText } from "../../views/status-text.ts";
import { askedModel } from "../line/asked-model.ts";
import {
	type ExitCode as Code,
	ExitCode,
	UsageError,
} from "../line/exit-code.ts";
import { onTrouble } from "../line/failure.ts";
import { knownProfiles } from "../line/known-profiles.ts";
import { outputWidth } from "../line/output-width.ts";
import { DEFAULT_FILE, panelFile } from "../line/panel-file.ts";
import { complain, print } from "../line/print.ts";
import { defineVerb } from "../line/verb.ts";

/** What is said to somebody who names the panel's file as a word. */
const NAMED = "the file is named by --config";

export const config = defineVerb({
	examples: [
		["config init --model cr200", "a panel fresh from the factory"],
		["config show --json", "everything the panel remembers, secrets masked"],
		["config check", "whether the file fits, and what is unwise about it"],
		[
			"config check --profile cp-01 --profile en-g2",
			"also settings that these standards do not allow",
		],
		["config get timers", "the value at a path of the file"],
		[
			"config set options.timeZone Europe/Paris",
			"checked like an edit, on a running panel too",
		],
		["config diff a.json b.json", "what is programmed otherwise; exit code 5"],
		["config schema > panel-config.schema.json", "JSON Schema for an editor"],
	],
	actions: {
		init: { options: ["model", "force"], instead: NAMED },
		show: { instead: NAMED },
		check: { options: ["profile"], instead: NAMED },
		get: { words: ["PATH", "timers.exitAway"] },
		set: { words: ["PATH VALUE", "timers.exitAway 45"] },
		diff: {
			words: ["FILE OTHER", "a.json b.json"],
			withoutPanel: "both files are named",
		},
		schema: { options: ["model"], withoutPanel: true },
	},
	options: (yargs) =>
		yargs
			.positional("what", {
				type: "string",
				array: true,
				describe: "get: PATH; set: PATH VALUE; diff: FILE OTHER",
			})
			.option("model", {
				type: "string",
				requiresArg: true,
				describe: "init, schema: the model; else the default",
			})
			.option("force", {
				type: "boolean",
				default: false,
				describe: "init: overwrite an existing file",
			})
			.option("profile", {
				type: "string",
				array: true,
				default: [] as string[],
				requiresArg: true,
				describe:
					"check: a standard to compare with: cp-01, en-g2, en-g3; repeatable",
			}),
	async run({
		action,
		what = [],
		model,
		force,
		profile,
		config,
		json,
		showSecrets,
	}): Promise<Code> {
		const [first = "", second = ""] = what;
		switch (action) {
			case "init": {
				const file = config ?? DEFAULT_FILE;
				const chosen = askedModel(model);
				if (!force && existsSync(file))
					throw new UsageError(`${file} exists; --force replaces it`);
				const timeZone = machineTimeZone();
				const schemaFile = await initPanelFile(file, chosen, force, timeZone);
				complain(`wrote ${file} (${chosen.title}) and ${schemaFile}`);
				complain(
					`time zone: ${timeZone}, as this machine has it; options.timeZone sets another`,
				);
				if (json) print({ file, schemaFile, model: chosen.name, timeZone });
				return ExitCode.ok;
			}
			case "show": {
				const { document, ...panel } = await readPanel(panelFile(config));
				if (json) print(showSecrets ? document : Object(maskedState(document)));
				else
					print(
						programmedText(
							panel.model,
							panel.state,
							outputWidth(),
							showSecrets,
						),
					);
				return ExitCode.ok;
			}
			case "check": {
				const standards = knownProfiles(profile);
				const file = panelFile(config);
				const panel = await readPanel(file);
				const found = listed([
					...fileFindings(await fileRemarks(file)),
					...findings(panel.model, panel.state, standards),
					...integrationFindings(
						panel.document.integrations ?? {},
						panel.state,
					),
				]);
				const ok = found.every(({ level }) => level === "note");
				if (json) print({ ok, findings: found });
				else
					for (const { level, path, message } of found)
						print(`${level}: ${path}: ${message}`);
				return ok ? ExitCode.ok : ExitCode.refused;
			}
			case "get": {
				const path = first;
				const { state } = await readPanel(panelFile(config));
				const rule = missingKey(state, path.split("."));
				if (rule !== null) throw new UsageError(`${path}: ${rule}`);
				const found = valueAt(state, path);
				const value = showSecrets ? found : maskedAt(path, found);
				if (json) print({ path, value });
				else print(typeof value === "string" ? value : JSON.stringify(value));
				return ExitCode.ok;
			}
			case "set": {
				const { faults } = await setAtPanelFile(
					{
						file: panelFile(config),
						owner: "alarmpanel config",
						clock: systemClock,
						number: DEFAULT_NUMBER,
						onTrouble,
					},
					{ path: first, value: second },
				);
				if (json) print({ ok: faults.length === 0, faults });
				for (const fault of faults) complain(`${fault.path}: ${fault.rule}`);
				return faults.length === 0 ? ExitCode.ok : ExitCode.refused;
			}
			case "diff": {
				const [a, b] = [await readPanel(first), await readPanel(second)];
				const pins: PinNames = new Map();
				const found = changes(a.state, b.state)
					.filter(({ path }) => !path.startsWith("runtime."))
					.map((each) => masked(each, showSecrets, pins));
				if (json) print(found);
				else
					for (const { path, from, to } of found)
						print(`${path}: ${JSON.stringify(from)} -> ${JSON.stringify(to)}`);
				return found.length === 0 ? ExitCode.ok : ExitCode.differs;
			}
			case "schema": {
				process.stdout.write(schemaText(askedModel(model)));
				return ExitCode.ok;
			}
		}
	},
});
