import type { Equipment } from "../equipment/equipment.ts";
import type { Answer } from "./answer.ts";
import { error, ok } from "./answer.ts";
import type { AtCommand } from "./command.ts";
import type { SessionSettings } from "./session-settings.ts";

/** Whom a command comes from and what it is about. */
export interface Context {
	readonly equipment: Equipment;
	readonly session: {
		/** To be changed by handlers. */
		readonly settings: SessionSettings;
		/** Back to the factory's settings. */
		reset(): void;
		/**
		 * Says a line that nobody asked for, as soon as the line is free. The news
		 * of a message obeys `+CNMI`.
		 */
		tell(line: string, kind?: "message" | "other"): void;
		/** Lets out (or forgets) the news that `+CNMI` mode 0 held back. */
		releaseNews(forget: boolean): void;
	};
	/** The names of all commands there are. */
	readonly known: readonly string[];
}

/** What a modem does at a command. Total; the answer says what went wrong. */
export type Handler = (command: AtCommand, context: Context) => Answer;

/** Behaviour of a modem by the name of the command, in capitals. */
export type CommandTable = Readonly<Record<string, Handler>>;

/** A handler that is put together from one for each form; a form left out is an ERROR. */
export function forms(
	handlers: Partial<Record<AtCommand["form"], Handler>>,
): Handler {
	return (command, context) =>
		handlers[command.form]?.(command, context) ?? error;
}

/** A setting that is kept, told when asked for, and has no effect. */
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
				const written = args.map((arg) =>
					/^\d*$/.test(arg) ? arg : `"${arg}"`,
				);
				session.settings.remembered.set(name, written.join(","));
				return ok();
			},
		}),
	};
}

/** The integer that an argument is, where it is one from `low` to `high`. */
export function integer(
	text: string | undefined,
	low: number,
	high: number,
): number | null {
	if (text === undefined || !/^\d{1,6}$/.test(text)) return null;
	const value = Number(text);
	return value >= low && value <= high ? value : null;
}

/** As {@link integer}; an argument left out keeps what was. */
export function integerOr(
	text: string | undefined,
	low: number,
	high: number,
	before: number,
): number | null {
	return text === undefined || text === "" ? before : integer(text, low, high);
}
