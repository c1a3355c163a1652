import { ExitCode } from "./exit-code.ts";
import { panelFile } from "./panel-file.ts";
import { defineVerb } from "./verb.ts";

export const status = defineVerb({
	examples: [["status --json", "for programs"]],
	options: (yargs) => yargs,
	async run({ config, json, showSecrets }) {
		const { readPanel } = await import("../device/panel-file.ts");
		const { systemClock } = await import("../time/system-clock.ts");
		const { present } = await import("../device/present.ts");
		const { statusJson, statusText } = await import("./status-text.ts");
		const { print } = await import("./print.ts");
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
