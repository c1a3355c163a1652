/** How many messages a site takes at least, by trying all of them. */
import type { Slot } from "../../src/derive/bound-command.ts";
import { credentialsOf } from "../../src/firmware/answer/authorise.ts";
import type { Model, ModelCommand } from "../../src/models/model.ts";
import { changes } from "../../src/panel/state/changes.ts";
import { resting } from "../../src/panel/state/runtime.ts";
import { type PanelState, withRuntime } from "../../src/panel/state/state.ts";
import type { Inverse } from "../../src/parameters/command-spec.ts";
import type { Value } from "../../src/parameters/kind.ts";
import { valueIn } from "../../src/plan/messages/known-panel.ts";
import type { Site, Thing } from "../../src/plan/site/site.ts";
import { carriedOut } from "./sites.ts";

/** A code that no state of the tests has, for the time in which codes go round. */
const OTHER = "5555";

/**
 * The number of messages that lead from one state to another, or null where fewer
 * than `most` do not. Tried are all commands, with every parameter that a named
 * setting has left as it is, made right, or, for a code, made another one.
 */
export function fewestMessages(
	site: Site,
	from: PanelState,
	to: PanelState,
	most: number,
): number | null {
	const isThere = (state: PanelState) => changes(state, to).length === 0;
	let states = [withRuntime(from, resting)];
	const seen = new Set<string>();
	for (let count = 0; count < most; count++) {
		if (states.some(isThere)) return count;
		// What one more leads to is not asked for.
		if (count === most - 1) return null;
		states = states.flatMap((state) =>
			textsFor(site, state).flatMap((text) => {
				const after = carriedOut(site.model, state, [text]).state;
				const next = withRuntime(after, resting);
				const key = JSON.stringify(next);
				if (seen.has(key)) return [];
				seen.add(key);
				return [next];
			}),
		);
	}
	return null;
}

/** Every message that is about a thing of the site. */
function textsFor(site: Site, state: PanelState): readonly string[] {
	const { model, settings, absent } = site;
	const things = new Map(
		[...settings.map(({ thing }) => thing), ...absent].map((thing) => [
			`${thing.part}.${thing.id}`,
			thing,
		]),
	);
	return [...things.values()].flatMap((thing) =>
		[...model.commands.values()].flatMap((command) =>
			(command.spec.inverse ?? [])
				.filter(({ part }) => part === thing.part)
				.flatMap((inverse) =>
					slotTexts(site, state, command, inverse, thing).map((slots) =>
						written(model, state, command, slots),
					),
				),
		),
	);
}

function written(
	model: Model,
	state: PanelState,
	{ spec }: ModelCommand,
	slots: readonly string[],
): string {
	return model.dialect.write({
		...credentialsOf(model, state),
		word: spec.word,
		slots,
	});
}

/** The slots of a command in all ways: those of each slot with those of the others. */
function slotTexts(
	site: Site,
	state: PanelState,
	{ slots }: ModelCommand,
	inverse: Inverse,
	thing: Thing,
): readonly (readonly string[])[] {
	if (inverse.deletes !== undefined)
		return [
			slots.map((slot) =>
				slot.name === inverse.id ? `${thing.id}` : always(slot),
			),
		];
	return slots.reduce<readonly (readonly string[])[]>(
		(ways, slot) => {
			const texts = textsOf(site, state, slot, inverse, thing);
			return ways.flatMap((way) => texts.map((text) => [...way, text]));
		},
		[[]],
	);
}

function textsOf(
	{ settings }: Site,
	state: PanelState,
	slot: Slot,
	inverse: Inverse,
	thing: Thing,
): readonly string[] {
	const { name, parameter } = slot;
	if (name === inverse.id) return [`${thing.id}`];
	const fixed = inverse.with?.[name];
	if (fixed !== undefined) return [`${fixed}`];
	const member = inverse.sets?.[name];
	if (parameter.role !== "field" || member === undefined) return [always(slot)];
	const old = valueIn(state, thing, member);
	const kept = parameter.policy === "keep" ? "" : printed(slot, old);
	const wanted = settings.find(
		(each) =>
			each.thing.part === thing.part &&
			each.thing.id === thing.id &&
			each.member === member,
	);
	if (wanted === undefined) return [kept];
	const texts = [kept, printed(slot, old), printed(slot, wanted.value)];
	if (slot.secret && name !== "password") texts.push(OTHER);
	return [...new Set(texts)];
}

function always({ parameter }: Slot): string {
	return parameter.role === "constant" ? parameter.text : "";
}

function printed({ kind }: Slot, value: Value | undefined): string {
	try {
		return value === undefined ? "" : (kind?.print(value) ?? "");
	} catch {
		return "";
	}
}
