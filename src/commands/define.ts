import type { Happening } from "../panel/event.ts";
import type { PanelState } from "../panel/state.ts";
import type { CommandSpec, Parameters } from "../spec/command-spec.ts";

/** A command of this panel. */
export type Command = CommandSpec<Happening, PanelState>;

/** Says what a command is; the types of its arguments follow from its parameters. */
export function defineCommand<const P extends Parameters>(
	spec: CommandSpec<Happening, PanelState, P>,
): CommandSpec<Happening, PanelState, P> {
	return spec;
}
