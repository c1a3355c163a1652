/** The radio network: registration, operator, signal (3GPP TS 27.007, 7.2, 7.3, 8.5). */
import { cme, ok } from "../session/answer.ts";
import {
	type CommandTable,
	type Context,
	forms,
	type Handler,
	integerOr,
} from "../session/handler.ts";

/** Area and cell: made up, but always the same. */
const place = '"00C3","0000A1B2"';

/** At most 16 characters, at most 8, five digits (27.007, 7.3). */
const operator = {
	0: "Alarmpanel",
	1: "Alarm",
	2: "00101",
} as const;

function isRegistered({ equipment }: Context): boolean {
	return equipment.registration === 1 || equipment.registration === 5;
}

/** `+CREG`, `+CGREG` and `+CEREG` differ in name only. */
function registration(name: string): CommandTable {
	const level = (context: Context): number =>
		Number(context.session.settings.remembered.get(name) ?? "0");
	return {
		[name]: forms({
			test: () => ok(`${name}: (0-2)`),
			read(_, context) {
				const n = level(context);
				const where = n === 2 && isRegistered(context) ? `,${place}` : "";
				return ok(`${name}: ${n},${context.equipment.registration}${where}`);
			},
			set({ args: [digit] }, { session }) {
				const n = integerOr(digit, 0, 2, 0);
				if (n === null) return cme(50);
				session.settings.remembered.set(name, String(n));
				return ok();
			},
		}),
	};
}

/** The line that reports a changed registration; null for a program that did not ask for it. */
export function registrationNews(context: Context): string | null {
	const n = context.session.settings.remembered.get("+CREG") ?? "0";
	if (n === "0") return null;
	const where = n === "2" && isRegistered(context) ? `,${place}` : "";
	return `+CREG: ${context.equipment.registration}${where}`;
}

const readOperator: Handler = (_, context) => {
	if (!isRegistered(context)) return ok("+COPS: 0");
	const { operatorFormat: format } = context.session.settings;
	const name =
		format === 1 ? operator[1] : format === 2 ? operator[2] : operator[0];
	return ok(`+COPS: 0,${format},"${name}",0`);
};

const setOperator: Handler = ({ args: [mode, format] }, { session }) => {
	const chosen = integerOr(mode, 0, 4, 0);
	const shown = integerOr(format, 0, 2, session.settings.operatorFormat);
	if (chosen === null || shown === null) return cme(50);
	session.settings.operatorFormat = shown;
	return ok();
};

export const registrationCommands: CommandTable = {
	...registration("+CREG"),
	...registration("+CGREG"),
	...registration("+CEREG"),
	"+COPS": forms({
		test: () =>
			ok(
				`+COPS: (2,"${operator[0]}","${operator[1]}","${operator[2]}",0),,(0-4),(0-2)`,
			),
		read: readOperator,
		set: setOperator,
	}),
	"+CSQ": forms({
		test: () => ok("+CSQ: (0-31,99),(0-7,99)"),
		do: (_, { equipment: { signal } }) =>
			ok(`+CSQ: ${signal.rssi},${signal.ber}`),
	}),
	"+CGATT": forms({
		test: () => ok("+CGATT: (0,1)"),
		read: (_, context) => ok(`+CGATT: ${isRegistered(context) ? 1 : 0}`),
		set: () => ok(),
	}),
};
