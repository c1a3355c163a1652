import type { Happening } from "../panel/state/event.ts";
import type { PanelState } from "../panel/state/state.ts";
import type { CommandSpec, Parameters } from "../parameters/command-spec.ts";
import type { Value } from "../parameters/kind.ts";
import type { OwnReplies } from "./replies.ts";

/** A command of this panel. */
export interface Command<P extends Parameters = Parameters>
	extends CommandSpec<Happening, PanelState, P> {
	/** Its replies, where they differ from those of the model's other commands. */
	readonly replies?: OwnReplies;
	/** What an answer to this query says of the panel; null for a text that is none. */
	readonly readings?: (answer: string) => AnswerReadings | null;
}

/** Settings by path, `zones.1.name`; null for a thing that is not there, `zones.2`. */
export type AnswerReadings = ReadonlyMap<string, Value | null>;

/** Says what a command is; the types of its arguments follow from its parameters. */
export function defineCommand<const P extends Parameters>(
	spec: Command<P>,
): Command<P> {
	return spec;
}
