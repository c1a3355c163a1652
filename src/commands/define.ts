import type { Happening } from "../panel/state/event.ts";
import type { PanelState } from "../panel/state/state.ts";
import type { CommandSpec, Parameters } from "../parameters/command-spec.ts";
import type { OwnReplies } from "./replies.ts";

/** A command of this panel. */
export interface Command<P extends Parameters = Parameters>
	extends CommandSpec<Happening, PanelState, P> {
	/** Its replies, where they differ from those of the model's other commands. */
	readonly replies?: OwnReplies;
}

/** Says what a command is; the types of its arguments follow from its parameters. */
export function defineCommand<const P extends Parameters>(
	spec: Command<P>,
): Command<P> {
	return spec;
}
