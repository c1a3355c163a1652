import { existsSync } from "node:fs";
import { maskedState } from "../../derive/secrets.ts";
import {
	initPanelFile,
	readPanel,
	schemaText,
} from "../../device/file/panel-file.ts";
import { machineTimeZone } from "../../time/machine-time-zone.ts";
import { findings } from "../../views/findings.ts";
import { statusText } from "../../views/status-text.ts";
import { askedModel } from "../line/asked-model.ts";
import {
	type ExitCode as Code,
	ExitCode,
	UsageError,
} from "../line/exit-code.ts";
import { knownProfiles } from "../line/known-profiles.ts";
import { panelFile } from "../line/panel-file.ts";
import { complain, print } from "../line/print.ts";
import { defineVerb } from "../line/verb.ts";

const actions = ["init", "show", "check", "schema"] as const;

export const config = defineVerb({
	examples: [
		["config init --model cr200", "a panel fresh from the factory"],
		["config show --json", "everything it remembers, secrets masked"],
		["config check", "whether the file fits, and what is unwise about it"],
		[
			"config check --profile cp-01 --profile en-g2",
			"and which settings these standards do not allow",
		],
		["config schema > panel-config.schema.json", "JSON Schema for an editor"],
	],
	options: (yargs) =>
		yargs
			.positional("action", {
				choices: actions,
				demandOption: true,
				describe: "what to do",
			})
			.option("model", {
				type: "string",
				requiresArg: true,
				describe: "init, schema: the model; else the default",
			})
			.option("force", {
				type: "boolean",
				default: false,
				describe: "init: overwrite a file that is there",
			})
			.option("profile", {
				type: "string",
				array: true,
				default: [] as string[],
				requiresArg: true,
				describe:
					"check: a standard to hold it against: cp-01, en-g2, en-g3; repeatable",
			}),
	async run({
		action,
		model,
		force,
		profile,
		config,
		json,
		showSecrets,
	}): Promise<Code> {
		if (profile.length > 0 && action !== "check")
			throw new UsageError("--profile goes with config check only");
		const file = config ?? "panel-config.json";
		switch (action) {
			case "init": {
				const chosen = askedModel(model);
				if (!force && existsSync(file))
					throw new UsageError(`${file} is there already; --force replaces it`);
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
				else print(statusText(panel.model, panel.state, showSecrets));
				return ExitCode.ok;
			}
			case "check": {
				const standards = knownProfiles(profile);
				const panel = await readPanel(panelFile(config));
				const found = findings(panel.model, panel.state, standards);
				const ok = found.every(({ level }) => level === "note");
				if (json) print({ ok, findings: found });
				else
					for (const { level, path, message } of found)
						print(`${level}: ${path}: ${message}`);
				return ok ? ExitCode.ok : ExitCode.refused;
			}
			case "schema": {
				process.stdout.write(schemaText(askedModel(model)));
				return ExitCode.ok;
			}
			default:
				throw new UsageError(`config has no ${action}`);
		}
	},
});
