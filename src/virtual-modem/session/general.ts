/** Commands about the line and the modem as a whole (V.250; 3GPP TS 27.007, 5 and 8). */
import { isoTimestamp, timestampAt } from "../../sms/timestamp.ts";
import { cme, error, ok } from "./answer.ts";
import { characterSets } from "./character-set.ts";
import {
	type CommandTable,
	type Context,
	forms,
	type Handler,
	integerOr,
	remembered,
} from "./handler.ts";
import type { SessionSettings } from "./session-settings.ts";

const accepted: Handler = () => ok();

/** `E1`, `V0`: 1 switches on, 0 off; no number is 0. */
function onOff(
	change: (settings: SessionSettings, on: boolean) => void,
): Handler {
	return ({ args: [digit = ""] }, { session }) => {
		if (!/^[01]?$/.test(digit)) return error;
		change(session.settings, digit === "1");
		return ok();
	};
}

const reset: Handler = (_, { session }) => {
	session.reset();
	return ok();
};

function identification({ equipment: { identity } }: Context): string[] {
	return [
		identity.manufacturer,
		identity.model,
		`Revision: ${identity.revision}`,
	];
}

/** Factory values of registers: the characters that end and edit a line. */
const registerValues: ReadonlyMap<string, string> = new Map([
	["3", "13"],
	["4", "10"],
	["5", "8"],
]);

/** Registers are kept and have no effect: the line always uses the values above. */
const registers: Handler = (
	{ form, args: [register = "", value] },
	context,
) => {
	const { remembered: kept } = context.session.settings;
	const name = `S${register}`;
	if (form === "read") {
		const shown = kept.get(name) ?? registerValues.get(register) ?? "0";
		return ok(shown.padStart(3, "0"));
	}
	if (value === undefined) return ok();
	if (integerOr(value, 0, 255, 0) === null) return error;
	kept.set(name, value === "" ? "0" : value);
	return ok();
};

export const generalCommands: CommandTable = {
	E: onOff((settings, on) => {
		settings.echo = on;
	}),
	V: onOff((settings, on) => {
		settings.verbose = on;
	}),
	Q: onOff((settings, on) => {
		settings.quiet = on;
	}),
	S: registers,
	Z: reset,
	"&F": reset,
	I: (_, context) => ok(...identification(context)),
	...Object.fromEntries(
		[
			...["H", "L", "M", "P", "T", "X", "&C", "&D", "&K", "&S", "&V", "&W"],
			// Flow control and error correction of older modems.
			...["\\J", "\\N", "\\Q", "\\V"],
		].map((name) => [name, accepted]),
	),
	"+GCAP": forms({ do: () => ok("+GCAP: +CGSM"), test: accepted }),
	"+CLAC": forms({
		do: (_, { known }) => ok(...known.filter((name) => name !== "")),
		test: accepted,
	}),
	"+CMEE": forms({
		test: () => ok("+CMEE: (0-2)"),
		read: (_, { session }) => ok(`+CMEE: ${session.settings.errors}`),
		set({ args: [level] }, { session }) {
			const errors = integerOr(level, 0, 2, 0);
			if (errors === null) return cme(50);
			session.settings.errors = errors;
			return ok();
		},
	}),
	"+CSCS": forms({
		test: () => ok(`+CSCS: (${characterSets.map((name) => `"${name}"`)})`),
		read: (_, { session }) => ok(`+CSCS: "${session.settings.charset}"`),
		set({ args: [name = ""] }, { session }) {
			const set = characterSets.find((known) => known === name.toUpperCase());
			if (set === undefined) return cme(50);
			session.settings.charset = set;
			return ok();
		},
	}),
	"+CFUN": forms({
		test: () => ok("+CFUN: (0,1,4),(0,1)"),
		read: (_, { equipment }) => ok(`+CFUN: ${equipment.functionality}`),
		set({ args }, { equipment, session }) {
			const level = integerOr(args[0], 0, 4, 1);
			if (level === null || ![0, 1, 4].includes(level)) return cme(50);
			if (args[1] === "1") {
				session.reset();
				equipment.restart();
				return ok();
			}
			equipment.functionality = level;
			equipment.changed();
			return ok();
		},
	}),
	"+CPAS": forms({
		do: () => ok("+CPAS: 0"),
		test: () => ok("+CPAS: (0,2-4)"),
	}),
	"+CBC": forms({
		do: () => ok("+CBC: 0,100"),
		test: () => ok("+CBC: (0-3),(0-100)"),
	}),
	"+CCLK": forms({
		read: (_, { equipment }) =>
			ok(`+CCLK: "${clockTime(equipment.clock.now())}"`),
		set: accepted,
		test: accepted,
	}),
	"^CURC": forms({ set: accepted, test: accepted }),
	// The network's time: the modem has none to report.
	...remembered("+CTZU", "(0,1)", "0"),
	...remembered("+CTZR", "(0-3)", "0"),
	...remembered("+CLTS", "(0,1)", "0"),
	...remembered("+QNITZ", "(0,1)", "0"),
	// Wavecom's indications, of which there are none.
	...remembered("+WIND", "(0-65535)", "0"),
	...remembered("+IFC", "(0-2),(0-2)", "0,0"),
	...remembered("+ICF", "(3),(0-3)", "3,3"),
	...remembered("+IPR", "(),(9600,19200,38400,57600,115200)", "115200"),
};

/** `26/11/20,20:31:54+00`. */
function clockTime(instant: number): string {
	const iso = isoTimestamp(timestampAt(instant));
	return `${iso.slice(2, 10).replaceAll("-", "/")},${iso.slice(11, 19)}+00`;
}
