import type { Equipment } from "../equipment/equipment.ts";
import type { Answer } from "./answer.ts";
import { error, ok } from "./answer.ts";
import type { AtCommand } from "./command.ts";
import type { SessionSettings } from "./session-settings.ts";
import type { CodeMatter } from "./unsolicited-codes.ts";

/** What a command can read and change. */
export interface Context {
	readonly equipment: Equipment;
	readonly session: {
		/** Handlers change these. */
		readonly settings: SessionSettings;
		/** Back to the factory's settings. */
		reset(): void;
		/**
		 * Sends an unsolicited result code as soon as the line is free. One about a
		 * message obeys `+CNMI`.
		 */
		tell(line: string, about?: CodeMatter): void;
		/** Sends the result codes that `+CNMI` mode 0 held back. */
		releaseCodes(): void;
		/** Forgets them. */
		dropCodes(): void;
	};
	/** The names of all commands. */
	readonly known: readonly string[];
}

/** Does a command. Total: the answer says what went wrong. */
export type Handler = (command: AtCommand, context: Context) => Answer;

/** Handlers by the name of their command, in capitals. */
export type CommandTable = Readonly<Record<string, Handler>>;

/** A handler made of one for each form; a form left out is an ERROR. */
export function forms(
	handlers: Partial<Record<AtCommand["form"], Handler>>,
): Handler {
	return (command, context) =>
		handlers[command.form]?.(command, context) ?? error;
}

/**
 * A setting that is kept and read back, and has no effect. Values left out stay
 * as they are.
 */
export function remembered(
	name: string,
	range: string,
	initial: string,
): CommandTable {
	return {
		[name]: forms({
			do: () => ok(),
			test: () => ok(`${name}: ${range}`),
			read: (_, { session }) =>
				ok(`${name}: ${session.settings.remembered.get(name) ?? initial}`),
			set({ args }, { session }) {
				if (!args.every((arg) => /^[\w .+*#/:-]*$/.test(arg))) return error;
				const { remembered: kept } = session.settings;
				const before = (kept.get(name) ?? initial).split(",");
				const written = args.map((arg, at) => {
					if (arg === "") return before[at] ?? "";
					return /^\d+$/.test(arg) ? arg : `"${arg}"`;
				});
				const rest = before.slice(args.length);
				kept.set(name, written.concat(rest).join(","));
				return ok();
			},
		}),
	};
}

/** The integer of an argument; null where it is none from `low` to `high`. */
export function integer(
	text: string | undefined,
	low: number,
	high: number,
): number | null {
	if (text === undefined || !/^\d{1,6}$/.test(text)) return null;
	const value = Number(text);
	return value >= low && value <= high ? value : null;
}

/** As {@link integer}; an argument left out keeps the value `before`. */
export function integerOr(
	text: string | undefined,
	low: number,
	high: number,
	before: number,
): number | null {
	return text === undefined || text === "" ? before : integer(text, low, high);
}
