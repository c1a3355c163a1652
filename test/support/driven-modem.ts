/** A driver in virtual time, and everything that it tells. */
import { GsmModem } from "../../src/modem/gsm-modem.ts";
import type { ModemEvent } from "../../src/modem/link/modem-event.ts";
import type { ModemSettings } from "../../src/modem/link/modem-settings.ts";
import type { PinRecord } from "../../src/modem/link/sim.ts";
import type { IncomingSms } from "../../src/sms/mailbox.ts";
import {
	type VirtualClock,
	virtualClock,
} from "../../src/time/virtual-clock.ts";
import type { Transport } from "../../src/transport/transport.ts";
import { type Answer, scriptedLine } from "./scripted-line.ts";

export interface Driven {
	readonly modem: GsmModem;
	readonly clock: VirtualClock;
	readonly events: ModemEvent[];
	/** Whole messages, as they come; none is forgotten by itself. */
	readonly messages: IncomingSms[];
}

/** 20 November 2026, noon. */
export const noon = Date.UTC(2026, 10, 20, 12);

export function driven(
	open: () => Promise<Transport>,
	settings: Partial<ModemSettings> = {},
	clock: VirtualClock = virtualClock(noon),
	onMessage: (
		sms: IncomingSms,
		modem: GsmModem,
	) => Promise<void> = async () => {},
	pins?: PinRecord,
): Driven {
	const events: ModemEvent[] = [];
	const messages: IncomingSms[] = [];
	const modem = new GsmModem({
		open,
		clock,
		settings,
		pins,
		onEvent: (event) => events.push(event),
	});
	void (async () => {
		for await (const message of modem.incoming) {
			messages.push(message);
			await onMessage(message, modem);
		}
	})();
	return { modem, clock, events, messages };
}

/** The answers of a modem with an empty SIM that has nothing against anything. */
export const willing: Readonly<Record<string, Answer>> = {
	AT: ["OK"],
	"AT+CMEE?": ["+CMEE: 1", "OK"],
	ATE0: ["OK"],
	"AT+CMEE=1": ["OK"],
	"AT+CFUN?": ["+CFUN: 1", "OK"],
	"AT+CPIN?": ["+CPIN: READY", "OK"],
	"AT+CMGF=0": ["OK"],
	"AT+CMGF?": ["+CMGF: 0", "OK"],
	'AT+CSCS="IRA"': ["OK"],
	"AT+CSCA?": ['+CSCA: "+15550009",145', "OK"],
	"AT+CPMS=?": ['+CPMS: ("SM"),("SM"),("SM")', "OK"],
	'AT+CPMS="SM","SM","SM"': ["+CPMS: 0,20,0,20,0,20", "OK"],
	"AT+CNMI=2,1,0,1,0": ["OK"],
	"AT+CREG=1": ["OK"],
	"AT+CREG?": ["+CREG: 1,1", "OK"],
	"AT+CMGL=4": ["OK"],
	"AT+CNMI?": ["+CNMI: 2,1,0,1,0", "OK"],
	"AT+CSQ": ["+CSQ: 17,0", "OK"],
	"AT+COPS?": ['+COPS: 0,0,"Lonestar",2', "OK"],
	"AT+CPMS?": ['+CPMS: "SM",0,20,"SM",0,20,"SM",0,20', "OK"],
};

/** A driver on a scripted line whose answers are these, over the willing ones. */
export function drivenBy(
	answers: Readonly<Record<string, Answer>>,
	settings: Partial<ModemSettings> = {},
	script: Partial<Parameters<typeof scriptedLine>[0]> = {},
	pins?: PinRecord,
) {
	const clock = virtualClock(noon);
	const line = scriptedLine({
		...script,
		clock,
		answers: { ...willing, ...answers },
	});
	return {
		...driven(async () => line, settings, clock, undefined, pins),
		line,
	};
}
