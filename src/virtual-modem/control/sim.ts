/** The SIM card and its PIN (3GPP TS 27.007, 7.4, 7.5, 8.3). */
import { writeHex } from "../../sms/hex.ts";
import { encodeSemiOctets } from "../../sms/semi-octets.ts";
import { type Answer, cme, cms, ok } from "../session/answer.ts";
import {
	type CommandTable,
	type Context,
	forms,
	type Handler,
	integer,
} from "../session/handler.ts";

/** The `+CME ERROR` code that says why the card cannot be used; null where it can. */
function simError({ equipment: { sim, simBusy } }: Context): number | null {
	if (sim.needs === null) return 10;
	if (simBusy) return 14;
	if (sim.needs === "SIM PUK") return sim.pukTries > 0 ? 12 : 13;
	return sim.needs === "SIM PIN" ? 11 : null;
}

const cmsFor: ReadonlyMap<number, number> = new Map([
	[10, 310],
	[11, 311],
	[12, 316],
	[13, 313],
	[14, 314],
]);

/** The same commands; each is refused while the card cannot be used. */
export function needingSim(
	table: CommandTable,
	family: "cme" | "cms",
): CommandTable {
	const guarded = Object.entries(table).map(([name, handler]) => {
		const guard: Handler = (command, context) => {
			const code = simError(context);
			if (code === null) return handler(command, context);
			return family === "cme" ? cme(code) : cms(cmsFor.get(code) ?? 300);
		};
		return [name, guard] as const;
	});
	return Object.fromEntries(guarded);
}

/** The answer to a try with a PIN or PUK. */
function tried(right: boolean, { equipment }: Context): Answer {
	if (!right) return equipment.sim.needs === "SIM PUK" ? cme(12) : cme(16);
	equipment.changed();
	return ok();
}

const pin: Handler = ({ args: [first = "", second] }, context) => {
	const { sim, simBusy } = context.equipment;
	if (sim.needs === null) return cme(10);
	if (simBusy) return cme(14);
	switch (sim.needs) {
		case "READY":
			return cme(3);
		case "SIM PIN":
			return tried(sim.enterPin(first), context);
		case "SIM PUK":
			if (sim.pukTries === 0) return cme(13);
			if (second === undefined || !/^\d{4,8}$/.test(second)) return cme(16);
			return sim.enterPuk(first, second) ? tried(true, context) : cme(16);
	}
};

/** The tries left of each code, as `+CPINR` reports them. */
function triesLeft({ equipment: { sim } }: Context) {
	return [
		["SIM PIN", `+CPINR: SIM PIN,${sim.pinTries},3`],
		["SIM PUK", `+CPINR: SIM PUK,${sim.pukTries},10`],
	] as const;
}

/** Whether a code is asked for: `SIM PIN`, or `SIM*` for all that begin so (27.007, 8.65). */
function isNamed(name: string, asked: string): boolean {
	return asked.endsWith("*")
		? name.startsWith(asked.slice(0, -1))
		: name === asked;
}

export const pinCommands: CommandTable = {
	"+CPIN": forms({
		test: () => ok(),
		read(_, { equipment: { sim, simBusy } }) {
			if (sim.needs === null) return cme(10);
			return simBusy ? cme(14) : ok(`+CPIN: ${sim.needs}`);
		},
		set: pin,
	}),
	"+CPINR": forms({
		do: (_, context) => ok(...triesLeft(context).map(([, line]) => line)),
		test: () => ok(),
		set({ args: [code = ""] }, context) {
			const asked = triesLeft(context).filter(([name]) => isNamed(name, code));
			return asked.length === 0
				? cme(50)
				: ok(...asked.map(([, line]) => line));
		},
	}),
};

/** ICCID, the only file of the card that can be read here (3GPP TS 31.102, 13.2). */
const iccidFile = 0x2fe2;
const readBinary = 176;

/** `+CRSM=176,12258,0,0,10`: a command to the card (27.007, 8.18); it answers with its two status bytes. */
const readFile: Handler = ({ args }, { equipment }) => {
	const command = integer(args[0], 0, 255);
	const file = integer(args[1], 0, 0xffff);
	if (command === null) return cme(50);
	// 6D00: no such command. 6A82: no such file.
	if (command !== readBinary) return ok("+CRSM: 109,0");
	if (file !== iccidFile) return ok("+CRSM: 106,130");
	const content = encodeSemiOctets(equipment.identity.iccid);
	const offset =
		(integer(args[2], 0, 127) ?? 0) * 256 + (integer(args[3], 0, 255) ?? 0);
	const wanted = integer(args[4], 0, 255) ?? 0;
	const end = wanted === 0 ? content.length : offset + wanted;
	// 6700: wrong length.
	if (end > content.length) return ok("+CRSM: 103,0");
	return ok(`+CRSM: 144,0,"${writeHex(content.slice(offset, end))}"`);
};

export const simCommands: CommandTable = needingSim(
	{
		"+CIMI": forms({
			do: (_, { equipment }) => ok(equipment.identity.imsi),
			test: () => ok(),
		}),
		"+CCID": forms({
			do: (_, { equipment }) => ok(`+CCID: ${equipment.identity.iccid}`),
			read: (_, { equipment }) => ok(`+CCID: ${equipment.identity.iccid}`),
			test: () => ok(),
		}),
		"+CNUM": forms({
			do: (_, { equipment: { line } }) =>
				ok(
					`+CNUM: "","${line.number}",${line.number.startsWith("+") ? 145 : 129}`,
				),
			test: () => ok(),
		}),
		"+CLCK": forms({
			test: () => ok('+CLCK: ("SC")'),
			set({ args: [facility, mode, password = ""] }, context) {
				const { sim } = context.equipment;
				if (facility !== "SC") return cme(4);
				if (mode === "2") return ok(`+CLCK: ${sim.locked ? 1 : 0}`);
				if (mode !== "0" && mode !== "1") return cme(50);
				return tried(sim.lock(mode === "1", password), context);
			},
		}),
		"+CPWD": forms({
			test: () => ok('+CPWD: ("SC",8)'),
			set({ args: [facility, old = "", next = ""] }, context) {
				if (facility !== "SC") return cme(4);
				if (!/^\d{4,8}$/.test(next)) return cme(50);
				return tried(context.equipment.sim.changePin(old, next), context);
			},
		}),
		"+CRSM": forms({ test: () => ok(), set: readFile }),
	},
	"cme",
);
