import type { Argv } from "yargs";
import { openPanel } from "../../device/file/panel-file.ts";
import type { Panel } from "../../device/panel.ts";
import type { VirtualClock } from "../../time/virtual-clock.ts";
import { factoryCredentials } from "../../views/factory-credentials.ts";
import type { ExitCode } from "../line/exit-code.ts";
import { onTrouble } from "../line/failure.ts";
import { panelFile } from "../line/panel-file.ts";
import { complain } from "../line/print.ts";
import { goOn, panelClock, speedOf, speedOption } from "../line/speed.ts";
import type { GlobalOptions, OptionsOf } from "../line/verb.ts";
import { withApi } from "./http.ts";
import {
	airTimeOf,
	channelOf,
	lineOptions,
	lineWishes,
	settingsOf,
} from "./line-options.ts";
import { goOnAir } from "./on-air.ts";
import { recording } from "./recording.ts";

/** Options of the verbs that run a panel. */
export function runOptions<O>(yargs: Argv<O>) {
	return speedOption(lineOptions(yargs)).option("http", {
		type: "string",
		requiresArg: true,
		describe:
			"an HTTP API for throw-away panels, at an address of this machine: 127.0.0.1:8086; port 0 picks one",
	});
}

type RunOptions = OptionsOf<
	ReturnType<typeof runOptions<GlobalOptions & { number: string }>>
>;

/** In what a verb that runs a panel differs from another. */
export interface PanelRun {
	/** Who runs it, in words: `alarmpanel run`. */
	readonly owner: string;
	/** Phone lines, as `--line` names them. */
	readonly lines: readonly string[];
	/** A service keeps the time of day and says on stdout where it is. */
	readonly isService: boolean;
	/** As for going on the air. */
	readonly show: ((to: string, text: string) => void) | null;
}

/** A panel that runs. */
export interface PanelAtWork {
	readonly panel: Panel;
	/** Its clock, which can be moved ahead. */
	readonly clock: VirtualClock;
	/** Whether it has a modem. */
	readonly isOnAir: boolean;
}

/**
 * Opens the panel of a file, records it where that is asked for, warns of factory
 * credentials, puts it on the air, and closes all of it in the opposite order when the
 * work is done.
 * @throws UsageError for options that do not fit
 */
export async function runPanel(
	argv: RunOptions,
	{ owner, lines, isService, show }: PanelRun,
	work: (running: PanelAtWork) => Promise<ExitCode>,
): Promise<ExitCode> {
	const { config, number, modem, expose, baud, hourly, record } = argv;
	const speed = speedOf(argv.speed);
	const wishes = lineWishes(lines, expose);
	const channel = channelOf(argv.channel, argv.seed);
	const airTime = airTimeOf(argv.airTime);
	const recorded = record === undefined ? null : recording(record, owner);
	const file = panelFile(config);
	const clock = panelClock(speed);
	const panel = await openPanel({
		...{ file, owner, control: true, clock, number, onTrouble },
		hourly: hourly === 0 ? Number.POSITIVE_INFINITY : hourly,
	});
	try {
		await recorded?.start(panel, clock);
		complain(factoryCredentials(panel.model, panel.state));
		// Of services only a hurried one is somewhere else than the time of day.
		if (!isService || speed !== 1) await goOn(clock, panel.state);
		// A pipe that asks for no line has none: it is done before a modem is up.
		const isOnAir = wishes.length > 0 || modem !== "virtual:";
		const air = isOnAir
			? await goOnAir(panel, {
					...{ owner, number, modem, wishes, baud, channel, airTime, show },
					settings: settingsOf(argv),
					json: isService && argv.json,
					showSecrets: argv.showSecrets,
					announce: isService ? { file } : null,
				})
			: null;
		try {
			return await withApi(argv.http, () => work({ panel, clock, isOnAir }));
		} finally {
			await air?.close();
		}
	} finally {
		await panel.close();
		recorded?.end(clock);
	}
}
