import type { Slot } from "../../derive/bound-command.ts";
import type { ModelCommand } from "../../models/model.ts";
import type { Arguments, Inverse } from "../../parameters/command-spec.ts";
import type { Value } from "../../parameters/kind.ts";
import {
	type Blank,
	blank,
	type FieldParameter,
} from "../../parameters/parameter.ts";
import { pathOfThing, type Thing } from "../site/site.ts";
import type { Known } from "./known-panel.ts";
import { AT_THE_PANEL, type Obstacle } from "./obstacle.ts";
import { fits, slotOf, textOf } from "./slot-values.ts";

/** What a message is to say of a thing, and what is known of the thing. */
export interface Purpose {
	readonly thing: Thing;
	/** Values that are due, by member. */
	readonly due: ReadonlyMap<string, Value>;
	known(member: string): Known;
	readonly trustsReadings: boolean;
}

/** Arguments as the panel will read them, and the members that they make right. */
export interface Written {
	readonly args: Arguments;
	readonly covers: readonly string[];
	/** Labels of parameters of which no manual says that this is what they do. */
	readonly readings: readonly string[];
}

/**
 * The arguments with which a command sets as much as it can of what is due. Those of
 * which no manual says what they do are left out where readings are not trusted: a
 * value is then sent in place of a blank.
 * @returns null where it can set none of it
 */
export function writtenFor(
	command: ModelCommand,
	inverse: Inverse,
	purpose: Purpose,
	tell: (member: string, obstacle: Obstacle) => void,
): Written | null {
	const sets = inverse.sets ?? {};
	const fields = command.slots.filter(isField);
	let due = fields.filter((slot) => {
		const member = sets[slot.name];
		if (member === undefined || !purpose.due.has(member)) return false;
		const obstacle = obstacleTo(command, slot, member, inverse, purpose);
		if (obstacle !== null) tell(member, obstacle);
		return obstacle === null;
	});
	const lastRequired = fields.findLastIndex(
		({ parameter }) => parameter.policy === "required",
	);
	// A gap in front of the last argument may be impossible: then it says less.
	while (due.length > 0) {
		const lastDue = fields.findLastIndex((slot) => due.includes(slot));
		const last = Math.max(lastDue, lastRequired);
		for (const gaps of ["blank", "value"] as const) {
			const readings: string[] = [];
			const args = filled(command, inverse, purpose, {
				readings,
				fields: fields.slice(0, last + 1),
				due,
				gaps,
				tell: (obstacle) => tell(sets[due.at(-1)?.name ?? ""] ?? "", obstacle),
			});
			if (args === null || deletes(command, args)) continue;
			return {
				args,
				readings,
				covers: due.flatMap(({ name }) => {
					const also = inverse.also?.[name];
					const isDue = also !== undefined && purpose.due.has(also);
					return [sets[name] ?? "", ...(isDue ? [also] : [])];
				}),
			};
		}
		due = due.slice(0, -1);
	}
	return null;
}

/**
 * The arguments with which a command takes a thing away.
 * @returns null where it cannot
 */
export function writtenToDelete(
	command: ModelCommand,
	inverse: Inverse,
	thing: Thing,
): Written | null {
	const args = idArgument(command, inverse, thing);
	if (args === null || inverse.deletes === undefined) return null;
	return {
		args: { ...args, ...inverse.deletes },
		covers: [],
		readings: command.slots
			.filter(({ name }) => inverse.inferred?.includes(name))
			.map(({ label }) => label),
	};
}

type FieldSlot = Slot & {
	readonly parameter: Extract<Slot["parameter"], { role: "field" }>;
};

function isField(slot: Slot): slot is FieldSlot {
	return slot.parameter.role === "field";
}

/** Why a slot cannot say what is due of a member; null where it can. */
function obstacleTo(
	{ spec }: ModelCommand,
	slot: FieldSlot,
	member: string,
	inverse: Inverse,
	{ thing, due, known, trustsReadings }: Purpose,
): Obstacle | null {
	const value = due.get(member);
	const path = pathOfThing(thing);
	if (value === undefined) return noWay(spec.word);
	const also = inverse.also?.[slot.name];
	if (also !== undefined) {
		const other = known(also);
		if (typeof other === "string" || other.value !== value)
			return {
				code: "effect",
				why: `${spec.word} sets ${path}.${also} to the same value`,
				where: `in the site: name ${path}.${also} as well`,
			};
	}
	const isBlank = textOf(slot, value) === "";
	if (isBlank && slot.parameter.policy !== "clear") return noWay(spec.word);
	if (!isBlank && !fits(slot, value))
		return {
			code: "value",
			why: `${spec.word} cannot say it: ${slot.label}: ${slot.kind?.rule}`,
			where: AT_THE_PANEL,
		};
	return isReading(slot, inverse, isBlank) && !trustsReadings
		? {
				code: "reading",
				why: `no manual says that ${spec.word} does this with ${slot.label}`,
				where: `${AT_THE_PANEL}, or --with inferred`,
			}
		: null;
}

/** Whether no manual says that a slot does this with what it is given. */
function isReading(
	{ name, parameter }: FieldSlot,
	inverse: Inverse,
	isBlank: boolean,
): boolean {
	return isBlank
		? parameter.inferred !== null
		: inverse.inferred?.includes(name) === true;
}

function filled(
	command: ModelCommand,
	inverse: Inverse,
	{ thing, due: wanted, known, trustsReadings }: Purpose,
	{
		fields,
		due,
		gaps,
		readings,
		tell,
	}: {
		readonly fields: readonly FieldSlot[];
		readonly due: readonly FieldSlot[];
		readonly gaps: "blank" | "value";
		/** Takes what of the arguments no manual says. */
		readonly readings: string[];
		readonly tell: (obstacle: Obstacle) => void;
	},
): Arguments | null {
	const own = idArgument(command, inverse, thing);
	if (own === null) {
		tell(noWay(command.spec.word));
		return null;
	}
	const sets = inverse.sets ?? {};
	const args: { [name: string]: Value | Blank | undefined } = { ...own };
	for (const slot of fields) {
		const { name, parameter } = slot;
		if (args[name] !== undefined) continue;
		const member = sets[name];
		const now = member === undefined ? "unknown" : known(member);
		const value = due.includes(slot) ? wanted.get(member ?? "") : undefined;
		if (value !== undefined) {
			const isBlank = textOf(slot, value) === "";
			args[name] = isBlank ? blank : value;
			if (isReading(slot, inverse, isBlank)) readings.push(slot.label);
			continue;
		}
		const gap = gapOf(slot, now, gaps, trustsReadings);
		if (gap === null) {
			tell({
				code: "unnamed",
				why: `${command.spec.word} has to say ${slot.label} as well`,
				where: `in the site: name ${pathOfThing(thing)}.${member} as well`,
			});
			return null;
		}
		args[name] = asRead(parameter, gap);
		const isHarmless =
			typeof now !== "string" && textOf(slot, now.value) === "";
		if (!isHarmless && isReading(slot, inverse, gap === blank))
			readings.push(slot.label);
	}
	return args;
}

/** What stands in a slot of which nothing is due; null where nothing can. */
function gapOf(
	slot: FieldSlot,
	known: Known,
	gaps: "blank" | "value",
	trustsReadings: boolean,
): Value | Blank | null {
	const { policy, inferred, field } = slot.parameter;
	// What a new thing has where nothing is said of it; an hour is not made up.
	const usual = policy === "keep" ? field.initial : null;
	const value =
		known === "absent" ? usual : known === "unknown" ? null : known.value;
	// Whether a blank keeps what is empty or clears it, it stays empty.
	if (policy !== "required" && value !== null && textOf(slot, value) === "")
		return blank;
	const mayBlank =
		policy === "keep"
			? inferred === null || trustsReadings
			: policy === "clear" && known === "absent";
	if (gaps === "blank" && mayBlank) return blank;
	if (value !== null) return fits(slot, value) ? value : null;
	return mayBlank ? blank : null;
}

/** An argument as `bind` reads it back from the message. */
function asRead(
	{
		policy,
		otherwise,
	}: FieldParameter<Value, "required" | "keep" | "clear" | "else">,
	argument: Value | Blank,
): Value | Blank | undefined {
	return argument === blank && policy === "else"
		? (otherwise ?? undefined)
		: argument;
}

/** The argument that numbers the thing, and those that are always the same. */
function idArgument(
	command: ModelCommand,
	inverse: Inverse,
	{ id }: Thing,
): Arguments | null {
	const { id: parameter, with: always = {} } = inverse;
	if (parameter === undefined) return id === null ? always : null;
	if (parameter === null) return always;
	const slot = slotOf(command, parameter);
	if (id === null || slot === undefined || !fits(slot, id)) return null;
	return { ...always, [parameter]: id };
}

/** Whether a message says that a thing is to go, whatever it was meant to say. */
function deletes({ spec }: ModelCommand, args: Arguments): boolean {
	return (spec.inverse ?? []).some(
		({ deletes: gone }) =>
			gone !== undefined &&
			Object.keys(gone).length > 0 &&
			Object.keys(gone).every((name) => args[name] === blank),
	);
}

function noWay(word: string): Obstacle {
	return {
		code: "value",
		why: `${word} cannot say it`,
		where: AT_THE_PANEL,
	};
}
