import { createInterface } from "node:readline/promises";
import { shown } from "../../../grammar/message/terminal-text.ts";
import { withoutAccounts } from "../../derive/secrets.ts";
import { readPanel } from "../../device/file/panel-file.ts";
import { testReportAtPanelFile } from "../../device/file/test-report-at-panel-file.ts";
import type { TestedDestination } from "../../firmware/test-report.ts";
import { DEFAULT_NUMBER } from "../../network/default-numbers.ts";
import type { Destination } from "../../panel/state/state.ts";
import { openReceiver } from "../../receivers/open-receiver.ts";
import { systemClock } from "../../time/system-clock.ts";
import { testedReportText } from "../../views/panel/tested-report-text.ts";
import {
	type ExitCode as Code,
	ExitCode,
	UsageError,
} from "../line/exit-code.ts";
import { onTrouble } from "../line/failure.ts";
import { panelFile } from "../line/panel-file.ts";
import { complain, print } from "../line/print.ts";
import { defineVerb } from "../line/verb.ts";
import { receiverSettingsOf } from "../run/receivers.ts";

export const report = defineVerb({
	examples: [
		["report test", "a test report, 602, through each destination; it asks"],
		["report test 1", "through this one only"],
		["report test 1 --yes", "without asking, for scripts"],
	],
	actions: { test: { options: ["yes"], words: ["[DESTINATION]", "1"] } },
	options: (yargs) =>
		yargs
			.positional("destination", {
				type: "number",
				describe: "number of the destination; else each of them",
			})
			.option("yes", {
				type: "boolean",
				default: false,
				describe: "do not ask: the receiver is told of a test, a text costs",
			}),
	async run({ destination, yes, config, json, showSecrets }): Promise<Code> {
		const file = panelFile(config);
		const { state } = await readPanel(file);
		const wanted = chosen(state.reporting.destinations, destination);
		const named = ({ id, url }: Destination) =>
			shown(`destination ${id} ${showSecrets ? url : withoutAccounts(url)}`);
		if (!yes && !(await isWanted(wanted.map(named)))) {
			complain("nothing was sent");
			return ExitCode.refused;
		}
		const settings = await receiverSettingsOf(file);
		const came: TestedDestination[] = [];
		for (const each of wanted) {
			const tested = await testReportAtPanelFile(
				{
					file,
					owner: "alarmpanel report",
					clock: systemClock,
					number: DEFAULT_NUMBER,
					onTrouble,
				},
				each.id,
				(id, address, onSupervision) =>
					openReceiver(address, settings(id), systemClock, onSupervision),
			);
			came.push(tested);
			if (!json) print(`${named(each)}: ${shown(testedReportText(tested))}`);
		}
		if (json) print(came);
		if (came.every(({ reached }) => reached)) return ExitCode.ok;
		return came.some(({ refusal }) => refusal !== null)
			? ExitCode.refused
			: ExitCode.runtime;
	},
});

/** @throws UsageError where there is none */
function chosen(
	destinations: readonly Destination[],
	wanted: number | undefined,
): readonly Destination[] {
	if (destinations.length === 0)
		throw new UsageError(
			"the panel has no destination; its installer sets one, as ip://1234@HOST:PORT/SIA2",
		);
	if (wanted === undefined) return destinations;
	const found = destinations.filter(({ id }) => id === wanted);
	if (found.length === 0)
		throw new UsageError(
			`there is no destination ${wanted}; there is ${destinations.map(({ id }) => id).join(", ")}`,
		);
	return found;
}

/** @throws UsageError where nobody can be asked */
async function isWanted(names: readonly string[]): Promise<boolean> {
	if (!process.stdin.isTTY)
		throw new UsageError(
			"nobody can be asked here; --yes sends without asking",
		);
	const terminal = createInterface({
		input: process.stdin,
		output: process.stderr,
	});
	try {
		const answer = await terminal.question(
			`send a test report to ${names.join(" and ")}? (y/N) `,
		);
		return /^y(es)?$/i.test(answer.trim());
	} finally {
		terminal.close();
	}
}
