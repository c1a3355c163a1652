import { examine } from "../../doctor/examine.ts";
import { checkGroups } from "../../doctor/groups.ts";
import { reportOf, reportText } from "../../doctor/report.ts";
import { thisWorld } from "../../doctor/this-world.ts";
import { ExitCode, UsageError } from "../line/exit-code.ts";
import { outputWidth } from "../line/output-width.ts";
import { print } from "../line/print.ts";
import { outputColors } from "../line/terminal-colors.ts";
import { defineVerb } from "../line/verb.ts";
import { modemPlace } from "./modem-options.ts";

export const doctor = defineVerb({
	examples: [
		[
			"doctor",
			"the machine, the panel's file, and the modem of a panel that runs",
		],
		["doctor --modem serial:///dev/ttyUSB0", "a modem too; no PIN is tried"],
		["doctor --json", "every finding with its id, for programs"],
	],
	options: (yargs) =>
		yargs
			.option("modem", {
				type: "string",
				requiresArg: true,
				describe:
					"the modem: serial:///dev/ttyUSB0?baud=115200, tcp://host:8081, virtual:; that of a running panel where left out",
			})
			.option("http", {
				type: "string",
				default: "127.0.0.1:8086",
				requiresArg: true,
				describe: "where the HTTP API is to listen",
			}),
	async run({ config, modem, http, json }): Promise<ExitCode> {
		if (modem !== undefined) modemPlace(modem);
		const [, port] =
			/^(?:\[[0-9a-f:]+\]|[a-z0-9.-]+):(\d{1,5})$/i.exec(http) ?? [];
		if (port === undefined || Number(port) > 65_535)
			throw new UsageError(
				`--http: HOST:PORT with an address of this machine, as 127.0.0.1:8086, not ${http}`,
			);
		const over = new AbortController();
		const world = thisWorld({
			file: config ?? "panel-config.json",
			modem: modem ?? null,
			http,
			signal: over.signal,
		});
		const report = reportOf(await examine(checkGroups, world));
		over.abort();
		if (json) print(report);
		else print(reportText(report, outputWidth(), outputColors));
		// What is still asked, a modem that is silent, keeps no process alive.
		return report.ok ? ExitCode.ok : ExitCode.refused;
	},
});
