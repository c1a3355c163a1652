/** The SIM card and its PIN (3GPP TS 27.007, 7.4, 7.5, 8.3). */
import { type Answer, cme, cms, error, ok } from "../session/answer.ts";
import {
	type CommandTable,
	type Context,
	forms,
	type Handler,
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
		do: (_, { equipment: { sim } }) =>
			ok(
				`+CPINR: SIM PIN,${sim.pinTries},3`,
				`+CPINR: SIM PUK,${sim.pukTries},10`,
			),
		test: () => ok(),
	}),
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
		"+CRSM": () => error,
	},
	"cme",
);
