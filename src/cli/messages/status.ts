import { readPanel } from "../../device/file/panel-file.ts";
import { present } from "../../device/present.ts";
import { systemClock } from "../../time/system-clock.ts";
import { statusJson, statusText } from "../../views/status-text.ts";
import { ExitCode } from "../line/exit-code.ts";
import { panelFile } from "../line/panel-file.ts";
import { print } from "../line/print.ts";
import { defineVerb } from "../line/verb.ts";

export const status = defineVerb({
	examples: [["status --json", "for programs"]],
	options: (yargs) => yargs,
	async run({ config, json, showSecrets }) {
		const panel = await readPanel(panelFile(config));
		const state = present(panel.state, systemClock.now());
		print(
			json
				? statusJson(panel.model, state, showSecrets)
				: statusText(panel.model, state, showSecrets),
		);
		return ExitCode.ok;
	},
});
