import { readPanel } from "../../device/file/panel-file.ts";
import { present } from "../../device/present.ts";
import { systemClock } from "../../time/system-clock.ts";
import { statusJson, statusText } from "../../views/status-text.ts";
import { ExitCode } from "../line/exit-code.ts";
import { outputWidth } from "../line/output-width.ts";
import { panelFile } from "../line/panel-file.ts";
import { print } from "../line/print.ts";
import { defineVerb } from "../line/verb.ts";

export const status = defineVerb({
	examples: [["status --json", "for programs"]],
	options: (yargs) => yargs,
	async run({ config, json, showSecrets }) {
		const panel = await readPanel(panelFile(config));
		const now = systemClock.now();
		const state = present(panel.state, now);
		print(
			json
				? statusJson(panel.model, state, { now, showSecrets })
				: statusText(panel.model, state, {
						now,
						showSecrets,
						width: outputWidth(),
					}),
		);
		return ExitCode.ok;
	},
});
