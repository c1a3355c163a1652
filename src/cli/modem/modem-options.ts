import type { Argv } from "yargs";
import type { ModemSettings } from "../../modem/link/modem-settings.ts";
import { type ModemPlace, readModemUrl } from "../../ports/modem-url.ts";
import {
	decodeRelative,
	encodeRelative,
} from "../../sms/relative-validity-period.ts";
import { durationOf } from "../../time/duration.ts";
import { UsageError } from "../line/exit-code.ts";

/** Options of the verbs that use a modem. */
export function modemOptions<O>(yargs: Argv<O>) {
	return sessionOptions(
		yargs.option("modem", {
			type: "string",
			requiresArg: true,
			describe:
				"where the modem is: serial:///dev/ttyUSB0?baud=115200, tcp://host:8081, auto:, virtual:",
		}),
	);
}

/** What a modem is given when its session begins. */
export function sessionOptions<O>(yargs: Argv<O>) {
	return yargs
		.option("pin", {
			type: "string",
			requiresArg: true,
			describe: "the SIM's PIN; a wrong one is never entered twice",
		})
		.option("init", {
			type: "string",
			array: true,
			nargs: 1,
			describe: "AT command that the modem is given first; repeats",
		});
}

/**
 * @param option that has the URL, as it is typed
 * @throws UsageError for no URL, or a wrong one
 */
export function modemPlace(
	url: string | undefined,
	option = "--modem",
): ModemPlace {
	if (url === undefined)
		throw new UsageError(
			"which modem? --modem serial:///dev/ttyUSB0, tcp://host:8081, auto: or virtual:; alarmpanel modem ports lists the serial ports",
		);
	const read = readModemUrl(url);
	if (!read.ok) throw new UsageError(`${option}: ${read.reason}`);
	return read.place;
}

/** @throws UsageError for a PIN that is not four to eight digits, or a command that is none */
export function modemAccess(
	pin: string | undefined,
	init: readonly string[] | undefined,
): Pick<ModemSettings, "pin" | "init"> {
	if (pin !== undefined && !/^\d{4,8}$/.test(pin))
		throw new UsageError("--pin: four to eight digits");
	return { pin: pin ?? null, init: atCommands(init) };
}

/**
 * What a modem is given first. A line of another form is answered by none: each verb
 * would wait ten seconds for it at every start.
 * @throws UsageError
 */
export function atCommands(
	init: readonly string[] | undefined,
): readonly string[] {
	const odd = init?.find((line) => !/^AT[\x20-\x7e]*$/i.test(line));
	if (odd === undefined) return init ?? [];
	throw new UsageError(
		`--init: ${odd} is no AT command; write it as AT^CURC=0`,
	);
}

/** `--validity`, for verbs that send. */
export function validityOption<O>(yargs: Argv<O>) {
	return yargs.option("validity", {
		type: "string",
		requiresArg: true,
		describe:
			"how long the network may try to deliver an SMS: 15m, 2h; in steps of 5 minutes",
	});
}

const MINUTES = 60_000;

/**
 * A validity on the command line.
 * @returns minutes, as TP-VP says them: the shortest period that is not shorter
 * @throws UsageError
 */
export function validityOf(text: string): number {
	const duration = durationOf(/^\d+$/.test(text) ? `${text}m` : text);
	if (duration === null || duration < MINUTES)
		throw new UsageError(`--validity: ${text} is no validity; write 15m or 2h`);
	return decodeRelative(encodeRelative(Math.ceil(duration / MINUTES)));
}

/**
 * A length of time on the command line, `90s`, `2m`, or a number of seconds.
 * @returns milliseconds
 * @throws UsageError
 */
export function timeoutOf(text: string): number {
	const duration = durationOf(/^\d+$/.test(text) ? `${text}s` : text);
	if (duration === null || duration === 0)
		throw new UsageError(`--timeout: ${text} is no time; write 90s or 2m`);
	return duration;
}
