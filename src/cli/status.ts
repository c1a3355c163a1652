import { readPanel } from "../device/panel-file.ts";
import { present } from "../device/present.ts";
import { systemClock } from "../time/system-clock.ts";
import { ExitCode } from "./exit-code.ts";
import { panelFile } from "./panel-file.ts";
import { print } from "./print.ts";
import { statusJson, statusText } from "./status-text.ts";
import { defineVerb } from "./verb.ts";

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
