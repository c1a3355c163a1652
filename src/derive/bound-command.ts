import type { Dialect } from "../../grammar/message/dialect.ts";
import type { CallWording } from "../../grammar/message/message.ts";
import type { CommandSpec } from "../parameters/command-spec.ts";
import type { Kind, Value } from "../parameters/kind.ts";
import type { Parameter } from "../parameters/parameter.ts";
import type { Provenance } from "../parameters/provenance.ts";

/** A command of any panel: derived code needs no more. */
export type AnyCommand = CommandSpec<unknown, never>;

/** Kinds that a model narrows, by the name of the field. */
export type Limits = { readonly [field: string]: Kind<Value> };

/** A command as one model has it. */
export interface BoundCommand<C extends AnyCommand = AnyCommand> {
	readonly spec: C;
	readonly provenance: Provenance;
	readonly slots: readonly Slot[];
	/** The shape of the messages in which it is sent. */
	readonly dialect: Dialect;
	/** The number behind the word is the first slot: `OUT.3`. */
	readonly indexed?: true;
	/** The word itself is the first slot. */
	readonly worded?: true;
	/** Several parameters of a message are the value of one slot. */
	readonly rest?: Rest;
	/** How a message says it, where its word alone does not. */
	readonly phrase?: (slots: readonly string[]) => CallWording;
	/** The keyword under which it is said, where the language has several. */
	readonly keyword?: string;
	/** The form of another model under the same word, and how to tell them apart. */
	readonly confusable: {
		readonly with: BoundCommand;
		readonly why: string;
	} | null;
}

/** A slot that takes several parameters of the message, as one text. */
export interface Rest {
	/** Which slot it is, from 0. */
	readonly slot: number;
	/** What stands between its parameters. */
	readonly between: string;
}

/** One slot of a command, with the kind that holds on this model. */
export interface Slot {
	/** The parameter's name, as in `field=value` and in diagnostics. */
	readonly name: string;
	readonly label: string;
	readonly parameter: Parameter;
	/** Null for constants and unused slots. */
	readonly kind: Kind<Value> | null;
	readonly secret: boolean;
}

/** Fits a command to a model. */
export function boundCommand<C extends AnyCommand>(
	spec: C,
	provenance: Provenance,
	limits: Limits,
	dialect: Dialect,
): BoundCommand<C> {
	const slots = Object.entries(spec.parameters).map(
		([name, parameter]): Slot =>
			parameter.role === "field"
				? fieldSlot(name, parameter, limits)
				: {
						name,
						label: parameter.label,
						parameter,
						kind: null,
						secret: false,
					},
	);
	const { confusable } = spec;
	return {
		spec,
		provenance,
		slots,
		dialect,
		confusable:
			confusable === undefined
				? null
				: {
						with: boundCommand(confusable.with, provenance, limits, dialect),
						why: confusable.why,
					},
	};
}

function fieldSlot(
	name: string,
	parameter: Extract<Parameter, { role: "field" }>,
	limits: Limits,
): Slot {
	const { field } = parameter;
	return {
		name,
		label: field.label,
		parameter,
		kind: limits[field.name] ?? field.kind,
		secret: field.secret,
	};
}
