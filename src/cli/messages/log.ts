import { readPanel } from "../../device/file/panel-file.ts";
import { watchFile } from "../../store/watch-file.ts";
import { ExitCode } from "../line/exit-code.ts";
import { panelFile } from "../line/panel-file.ts";
import { defineVerb } from "../line/verb.ts";

export const log = defineVerb({
	examples: [
		["log -f", "print new entries as they come"],
		["log --json", "one JSON object a line"],
	],
	options: (yargs) =>
		yargs.option("follow", {
			alias: "f",
			type: "boolean",
			default: false,
			describe: "wait for new entries until stopped",
		}),
	async run({ config, json, follow }) {
		const file = panelFile(config);
		let shown = 0;
		const showNew = async () => {
			const { state } = await readPanel(file);
			for (const entry of state.runtime.log) {
				if (entry.sequence <= shown) continue;
				shown = entry.sequence;
				const { sequence, at, event, about, by } = entry;
				const when = new Date(at).toISOString();
				process.stdout.write(
					json
						? `${JSON.stringify({ ...entry, at: when })}\n`
						: `${String(sequence).padStart(5)}  ${when}  ${event.padEnd(10)}  ${about.padEnd(24)}  ${by}\n`,
				);
			}
		};
		if (!follow) await showNew();
		else for await (const _ of watchFile(file)) await showNew();
		return ExitCode.ok;
	},
});
