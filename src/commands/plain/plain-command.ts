import type { Happening } from "../../panel/state/event.ts";
import type { Refusal } from "../../panel/state/outcome.ts";
import type {
	Confirmation,
	Person,
	PlainWord,
} from "../../panel/state/remote-access.ts";
import type { PanelState } from "../../panel/state/state.ts";
import type {
	ArgumentsOf,
	CommandSpec,
	Parameters,
} from "../../parameters/command-spec.ts";
import type { Phrases } from "./phrases/phrases.ts";

/** Who asks and how things stand: what is said to people is made of this. */
export interface Asking {
	readonly say: Phrases;
	readonly state: PanelState;
	/** Milliseconds since 1970. */
	readonly now: number;
	readonly person: Person;
	/** What every word needs to be carried out, as it is set. */
	readonly confirmedBy: (word: PlainWord) => Confirmation;
	/** Commands by word, for HELP. */
	readonly words: ReadonlyMap<PlainWord, PlainCommand>;
}

/** What came of a word. */
export interface Done extends Asking {
	/** The state before it; `state` is the one after. */
	readonly before: PanelState;
	/** Why it was not done; null when it was. */
	readonly refusal: Refusal | null;
}

/**
 * One word, or phrase, that people text: a command like every other, and
 * besides what is said of it. Who may use it and what it needs is in the panel's
 * table of plain words.
 */
export interface PlainCommand<P extends Parameters = Parameters>
	extends CommandSpec<Happening, PanelState, P> {
	readonly word: PlainWord;
	/** Texts under which it is known as well; more are in the configuration. */
	readonly aliases?: readonly string[];
	/** What a slot means on this panel: a zone's name is its number. */
	slotOn?(state: PanelState, text: string): string;
	/** What it will do, after clamping, for the question for a code. */
	action?(asking: Asking, args: ArgumentsOf<P>): string;
	/** What is said when it is done, or was refused by the panel. */
	reply(done: Done, args: ArgumentsOf<P>): string;
	/**
	 * What is said when its parameters are wrong.
	 *
	 * @param form what would be right: `ARM AT 22:30 1234`
	 */
	wrong?(asking: Asking, form: string): string;
}

/** Says what a word is; the types of its arguments follow from its parameters. */
export function definePlain<const P extends Parameters>(
	command: PlainCommand<P>,
): PlainCommand<P> {
	return command;
}
