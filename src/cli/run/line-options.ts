import type { Argv } from "yargs";
import type { ModemSettingsOnFile } from "../../derive/modem-settings-schema.ts";
import type { LineWish } from "../../device/open-phone-network.ts";
import {
	leastPollInterval,
	type ModemSettings,
} from "../../modem/link/modem-settings.ts";
import { type Channel, channel } from "../../network/channel.ts";
import { readChannelRule } from "../../network/channel-text.ts";
import { usualAirTime } from "../../network/network.ts";
import { durationOf } from "../../time/duration.ts";
import { SECOND } from "../../time/units.ts";
import {
	readTransportUrl,
	type TransportPlace,
} from "../../transport/transport-url.ts";
import { UsageError } from "../line/exit-code.ts";
import { isLoopback } from "../line/listening-place.ts";
import { atCommands } from "../modem/modem-options.ts";

/** Options of the verbs that give a panel a modem. */
export function lineOptions<O>(yargs: Argv<O>) {
	return yargs
		.option("modem", {
			type: "string",
			default: "virtual:",
			requiresArg: true,
			describe:
				"the panel's modem: virtual:, auto:, serial:///dev/ttyUSB0?baud=115200, tcp://host:port",
		})
		.option("line", {
			type: "string",
			array: true,
			default: [] as string[],
			requiresArg: true,
			describe:
				"a phone line, NUMBER=tcp://127.0.0.1:7070 or NUMBER=pty:phone.tty; repeatable; port 0 picks one",
		})
		.option("expose", {
			type: "boolean",
			default: false,
			describe:
				"let lines and the HTTP API listen to other machines than this one",
		})
		.option("baud", {
			type: "number",
			requiresArg: true,
			describe: "slow the phone lines down to this many bits per second",
		})
		.option("channel", {
			type: "string",
			array: true,
			default: [] as string[],
			requiresArg: true,
			describe:
				"what the virtual network does to messages, as 'loss 10%' or 'delay 30s 5%'; repeatable",
		})
		.option("air-time", {
			type: "number",
			default: usualAirTime / SECOND,
			requiresArg: true,
			describe:
				"seconds that a message is on the air of the virtual network; 0 for tests",
		})
		.option("seed", {
			type: "number",
			default: 1,
			requiresArg: true,
			describe: "seed for what the channel does at random",
		})
		.option("hourly", {
			type: "number",
			requiresArg: true,
			describe:
				"how many texts of one sender are heard in an hour, 30 if neither this nor the file says; 0 is no limit",
		})
		.option("record", {
			type: "string",
			requiresArg: true,
			describe: "write what happens as a conversation, NAME.smst, for replay",
		})
		.option("pin", {
			type: "string",
			requiresArg: true,
			describe: "the SIM's PIN, tried once",
		})
		.option("smsc", {
			type: "string",
			requiresArg: true,
			describe: "the service centre's number; else what the SIM says",
		})
		.option("auto-erase", {
			type: "boolean",
			describe:
				"delete the oldest messages in the modem when its storage is full",
		})
		.option("keep-messages", {
			type: "boolean",
			describe: "leave messages in the modem when they are done",
		})
		.option("storage-limit", {
			type: "number",
			requiresArg: true,
			describe: "take the modem's storage for full at so many messages",
		})
		.option("poll", {
			type: "string",
			requiresArg: true,
			describe:
				"ask the modem for messages so often, as 10s, for one that does not announce them",
		})
		.option("init", {
			type: "string",
			array: true,
			requiresArg: true,
			describe: "a command for the modem at start, as AT^CURC=0; repeatable",
		});
}

/**
 * The modem driver's settings among the options, and of the panel's file where no
 * option says otherwise.
 * @throws UsageError
 */
export function settingsOf(
	argv: {
		readonly pin?: string | undefined;
		readonly smsc?: string | undefined;
		readonly init?: readonly string[] | undefined;
		readonly autoErase?: boolean | undefined;
		readonly keepMessages?: boolean | undefined;
		readonly storageLimit?: number | undefined;
		readonly poll?: string | undefined;
	},
	onFile: ModemSettingsOnFile,
): Partial<ModemSettings> {
	const { pin, smsc, init, poll } = argv;
	const {
		autoErase = onFile.autoErase ?? false,
		keepMessages = onFile.keepMessages ?? false,
		storageLimit = onFile.storageLimit,
	} = argv;
	if (storageLimit !== undefined && !(storageLimit >= 1))
		throw new UsageError("--storage-limit: at least 1 message");
	const every = poll ?? (onFile.poll === undefined ? null : `${onFile.poll}s`);
	return {
		autoErase,
		afterRead: keepMessages ? "keep" : "delete",
		...(storageLimit === undefined ? {} : { limit: storageLimit }),
		...(every === null ? {} : pollingEvery(every)),
		...(pin === undefined ? {} : { pin }),
		...(smsc === undefined ? {} : { smsc }),
		...(init === undefined ? {} : { init: atCommands(init) }),
	};
}

/**
 * How many texts of one sender are heard in an hour.
 * @throws UsageError
 */
export function hourlyOf(
	option: number | undefined,
	{ hourly = USUAL_HOURLY }: ModemSettingsOnFile,
): number {
	if (option !== undefined && !(Number.isSafeInteger(option) && option >= 0))
		throw new UsageError(
			"--hourly: a whole number of texts from 0 on; 0 is no limit",
		);
	const limit = option ?? hourly;
	return limit === 0 ? Number.POSITIVE_INFINITY : limit;
}

const USUAL_HOURLY = 30;

function pollingEvery(text: string) {
	const pollInterval = durationOf(/^\d+$/.test(text) ? `${text}s` : text);
	if (pollInterval === null || pollInterval < leastPollInterval)
		throw new UsageError(
			`--poll: ${text} is no time from 2 s on; write 10s or 1m`,
		);
	return { receive: "polling", pollInterval } as const;
}

/** @throws UsageError */
export function lineWishes(
	texts: readonly string[],
	expose: boolean,
): readonly LineWish[] {
	return texts.map((text) => {
		const [, number, url = ""] = /^(\+?[0-9]{1,20})=(.+)$/.exec(text) ?? [];
		if (number === undefined)
			throw new UsageError(
				`--line ${text}: write NUMBER=URL, as +15550101=tcp://127.0.0.1:7070`,
			);
		const place = placeOf(`--line ${number}`, url);
		if (place.kind === "tcp" && !isLoopback(place.host) && !expose)
			throw new UsageError(
				`--line ${number}: ${place.host} is open to other machines; --expose allows that`,
			);
		return { number, place };
	});
}

/**
 * The channel of some rules.
 * @throws UsageError
 */
export function channelOf(rules: readonly string[], seed: number): Channel {
	if (!Number.isSafeInteger(seed) || seed < 0)
		throw new UsageError("--seed: a whole number from 0 on");
	const read = rules.map((text) => {
		const result = readChannelRule(text);
		if (!result.ok) throw new UsageError(`--channel: ${result.reason}`);
		return result.rule;
	});
	return channel(read, seed);
}

/**
 * Milliseconds that a message is on the air.
 * @throws UsageError
 */
export function airTimeOf(seconds: number): number {
	if (seconds >= 0 && seconds <= 3600) return seconds * SECOND;
	throw new UsageError(`--air-time: a number of seconds from 0 to 3600`);
}

/**
 * Bits per second of the phone lines; undefined for as fast as they can.
 * @throws UsageError
 */
export function baudOf(baud: number | undefined): number | undefined {
	if (baud === undefined || (Number.isFinite(baud) && baud >= 1)) return baud;
	throw new UsageError("--baud: a number of bits per second, as 9600");
}

/** Of the modem that the panel has. */
const OF_MODEM = [
	...["pin", "smsc", "init", "auto-erase", "keep-messages"],
	...["storage-limit", "poll"],
];

/**
 * Refuses options about phone lines, a virtual network or a modem that there is not.
 * @param isTyped whether an option stands on the line
 * @throws UsageError
 */
export function refuseWithoutUse(
	isTyped: (option: string) => boolean,
	{
		hasLines,
		hasOwnModem,
		isService,
	}: {
		readonly hasLines: boolean;
		/** A modem that is not the virtual one. */
		readonly hasOwnModem: boolean;
		readonly isService: boolean;
	},
): void {
	const refuse = (options: readonly string[], others: string) => {
		const stray = options.find(isTyped);
		if (stray !== undefined)
			throw new UsageError(`--${stray} goes with ${others}`);
	};
	if (!hasLines) refuse(["baud", "channel", "air-time"], "--line");
	if (!hasLines && !hasOwnModem && !isService)
		refuse(OF_MODEM, "--modem or --line; else a pipe needs no modem");
	if (!isTyped("channel")) refuse(["seed"], "--channel");
}

/** @throws UsageError for a text that names no place */
function placeOf(option: string, url: string): TransportPlace {
	const read = readTransportUrl(url);
	if (read.ok) return read.place;
	throw new UsageError(`${option}: ${read.reason}`);
}
