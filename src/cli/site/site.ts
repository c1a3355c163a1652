import { existsSync } from "node:fs";
import { stateFolder } from "../../ports/state-folder.ts";
import { forgetAudit } from "../../site/audit/audit-file.ts";
import { FileWriteError } from "../../store/file-write-error.ts";
import { acquireLock } from "../../store/lock.ts";
import { systemClock as clock } from "../../time/system-clock.ts";
import { ExitCode, InputError } from "../line/exit-code.ts";
import { print } from "../line/print.ts";
import { defineVerb } from "../line/verb.ts";
import { auditBeside } from "./audit-place.ts";

export const site = defineVerb({
	withoutPanel: true,
	examples: [
		[
			"site forget site.yaml",
			"removes site.audit; the site and its secrets stay",
		],
	],
	actions: { forget: { words: ["SITE", "site.yaml"] } },
	options: (yargs) =>
		yargs.positional("site", {
			type: "string",
			demandOption: true,
			describe: "the site, or its audit",
		}),
	async run({ site: named, json }) {
		const file = named.endsWith(".audit") ? named : auditBeside(named);
		if (!existsSync(file))
			throw new InputError(`nothing is kept of ${named}: there is no ${file}`);
		const lock = await acquireLock(file, {
			command: "alarmpanel site forget",
			started: clock.now(),
		});
		try {
			await forgetAudit(file, stateFolder());
		} catch (error) {
			throw new FileWriteError(file, error);
		} finally {
			await lock.release();
		}
		if (json) print({ forgotten: file });
		else
			print(
				`removed ${file}; what the panel has is not known any more, and a run that was not finished cannot be resumed`,
			);
		return ExitCode.ok;
	},
});
