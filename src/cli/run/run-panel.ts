import type { Argv } from "yargs";
import { START } from "../../conversation/timeline.ts";
import { openPanel, readPanel } from "../../device/file/panel-file.ts";
import type { Panel } from "../../device/panel.ts";
import { isReceiver } from "../../firmware/outbox/next.ts";
import type { Model } from "../../models/model.ts";
import { systemClock } from "../../time/system-clock.ts";
import { type VirtualClock, virtualClock } from "../../time/virtual-clock.ts";
import { describeHappening } from "../../views/describe-happening.ts";
import { factoryCredentials } from "../../views/factory-credentials.ts";
import { happeningJson } from "../../views/json/happening-json.ts";
import { inferredNotice } from "../../views/languages/inferred-notice.ts";
import type { ExitCode } from "../line/exit-code.ts";
import { onTrouble } from "../line/failure.ts";
import { panelFile } from "../line/panel-file.ts";
import { complain } from "../line/print.ts";
import { demandPanelNumber } from "../line/sender-options.ts";
import { goOn, panelClock, speedOf, speedOption } from "../line/speed.ts";
import type { GlobalOptions, OptionsOf } from "../line/verb.ts";
import { modemPlace } from "../modem/modem-options.ts";
import { watchOver } from "../service/watch-over.ts";
import { connectToNetwork } from "./at-network.ts";
import { complainOfEvent, printEventJson } from "./event-output.ts";
import { type ApiHouse, apiOptions, apiPlace, withApi } from "./http.ts";
import { limitsNotice } from "./limits-notice.ts";
import {
	airTimeOf,
	baudOf,
	channelOf,
	hourlyOf,
	lineOptions,
	lineWishes,
	refuseWithoutUse,
	settingsOf,
} from "./line-options.ts";
import { type MqttWishes, mqttWay } from "./mqtt.ts";
import { connectReceivers } from "./receivers.ts";
import { recording } from "./recording.ts";
import { throwAwayPanel } from "./throw-away-panel.ts";
import { ToldLines } from "./told-lines.ts";

/** Options of the verbs that run a panel. */
export function runOptions<O>(yargs: Argv<O>) {
	return apiOptions(speedOption(lineOptions(yargs)));
}

/** Options of theirs that say more of other ones. */
export const runNeeds = {
	"allow-control": ["http"],
	expose: ["http", "line"],
} as const;

type RunOptions = OptionsOf<
	ReturnType<typeof runOptions<GlobalOptions & { number: string }>>
>;

/** How the verbs that run a panel differ. */
export interface PanelRun {
	/** The command that runs it: `alarmpanel run`. */
	readonly owner: string;
	/** Phone lines, as `--line` names them. */
	readonly lines: readonly string[];
	/** A service keeps the time of day and prints its addresses on stdout. */
	readonly isService: boolean;
	/** Whether the panel's time stands still, at the beginning of a conversation. */
	readonly standsStill?: boolean;
	/** Whether bytes between programs and modems are shown. */
	readonly trace?: boolean;
	/** A program that is run when there is a trouble. */
	readonly onTrouble?: string | undefined;
	/** The model of a panel that nothing is kept of; null for the panel of the file. */
	readonly throwAway: Model | null;
	/** What is wished of MQTT; a verb without it does none. */
	readonly mqtt?: MqttWishes;
	/** As in `ConnectionOptions`. */
	readonly show: ((to: string, text: string) => void) | null;
}

/** A panel that runs. */
export interface PanelAtWork {
	readonly panel: Panel;
	/** Its clock, which can be moved ahead. */
	readonly clock: VirtualClock;
	/** Whether it has a modem. */
	readonly hasModem: boolean;
}

/**
 * Opens the panel of a file, starts its recording, warns of factory credentials and
 * connects the panel to its network. It closes them in the opposite order when the
 * work is done.
 * @param isTyped whether an option stands on the line
 * @throws UsageError for options that do not fit
 */
export async function runPanel(
	argv: RunOptions,
	{
		owner,
		lines,
		isService,
		throwAway,
		show,
		standsStill = false,
		trace = false,
		mqtt: mqttWishes,
		onTrouble: program,
	}: PanelRun,
	isTyped: (option: string) => boolean,
	work: (running: PanelAtWork) => Promise<ExitCode>,
): Promise<ExitCode> {
	const { config, number, modem, expose, hourly, record } = argv;
	demandPanelNumber(number);
	const speed = speedOf(argv.speed);
	const wishes = lineWishes(lines, expose);
	if (reachesPhones(modem)) modemPlace(modem);
	// What is wrong is said before a modem is opened and a panel is told of it.
	apiPlace(argv);
	const channel = channelOf(argv.channel, argv.seed);
	const airTime = airTimeOf(argv.airTime);
	const baud = baudOf(argv.baud);
	refuseWithoutUse(isTyped, {
		hasLines: lines.length > 0,
		hasOwnModem: reachesPhones(modem),
		isService,
	});
	const { showDuress } = argv;
	const recorded =
		record === undefined ? null : recording(record, { owner, showDuress });
	const file = throwAway === null ? panelFile(config) : null;
	const document = file === null ? null : (await readPanel(file)).document;
	const onFile = document?.modem ?? {};
	const settings = settingsOf(argv, onFile);
	const way =
		file === null || mqttWishes === undefined
			? null
			: await mqttWay(mqttWishes, document?.integrations?.mqtt, {
					file,
					owner,
				});
	const clock = standsStill ? virtualClock(START) : panelClock(speed);
	const parts = {
		clock,
		number,
		onTrouble,
		hourly: hourlyOf(hourly, onFile),
	};
	const tell = complainOfEvent;
	const panel =
		throwAway !== null
			? await throwAwayPanel(throwAway, parts)
			: await openPanel({
					...parts,
					file: panelFile(config),
					owner,
					control: true,
					tell,
				});
	try {
		await recorded?.start(panel, clock);
		complain(factoryCredentials(panel.model, panel.state));
		complain(inferredNotice(panel.model));
		if (file === null) complain("a throw-away panel: nothing of it is kept");
		else if (reachesPhones(modem)) complain(await limitsNotice(file));
		// A service keeps the time of day, unless it was given a speed.
		if (!isService || speed !== 1) await goOn(clock, panel.state);
		const told = showDuress ? null : new ToldLines(panel, clock);
		const opened: Opened[] = [];
		try {
			const mqtt = await way?.open(panel, clock);
			if (mqtt !== undefined) opened.push(mqtt);
			// Only a service reports to receivers: a run of an hour must not alarm anybody.
			const receivers =
				isService && file !== null
					? await connectReceivers(panel, file, argv.json)
					: null;
			if (receivers !== null) opened.push(receivers);
			// A pipe needs no modem of its own: it would end before that is ready.
			const hasModem = wishes.length > 0 || reachesPhones(modem);
			if (hasModem) {
				const network = await connectToNetwork(panel, {
					owner,
					number,
					modem,
					wishes,
					baud,
					channel,
					airTime,
					show,
					told,
					settings,
					json: isService && argv.json,
					showSecrets: argv.showSecrets,
					announce: isService && file !== null ? { file } : null,
					trace,
				});
				opened.push(network);
			}
			receivers?.tell();
			let ailments: ApiHouse["ailments"] = () => [];
			if (isService) {
				opened.push({ close: tellChanges(panel, told, argv.json) });
				const watch = watchOver({
					panel,
					clock,
					speed,
					onTrouble: program,
					complain: complainOfEvent,
				});
				opened.push(watch);
				ailments = watch.ailments;
			}
			const { showSecrets } = argv;
			const isLive = () =>
				reachesPhones(modem) ||
				(receivers !== null &&
					panel.state.reporting.destinations.some(isReceiver));
			const house = {
				panel,
				file,
				clock,
				speed,
				showSecrets,
				isLive,
				ailments,
				mqtt: () => mqtt?.account() ?? null,
				currency: document?.integrations?.mqtt?.currency ?? "",
			};
			return await withApi(argv, house, () => work({ panel, clock, hasModem }));
		} finally {
			for (const each of opened.toReversed()) await each.close();
		}
	} finally {
		await panel.close();
		recorded?.end(clock);
	}
}

/** What is closed when the work is done, the last first. */
interface Opened {
	close(): void | Promise<void>;
}

/** Whether texts reach real phones. */
function reachesPhones(modem: string): boolean {
	return modem !== "virtual:";
}

/**
 * Prints what happens at a panel: its event log, mode and siren.
 * @param told what may be told; null for all
 * @returns a function that ends it
 */
function tellChanges(
	panel: Panel,
	told: ToldLines | null,
	json: boolean,
): () => void {
	let seen = panel.state;
	return panel.onChange(() => {
		const before = seen;
		seen = panel.state;
		const [from, to] = told?.happening(before, seen) ?? [before, seen];
		if (json)
			for (const event of happeningJson(from, to))
				printEventJson(systemClock.now(), event);
		else complainOfEvent(describeHappening(from, to));
	});
}
