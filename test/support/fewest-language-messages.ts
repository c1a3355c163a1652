import { callWordingOf, composeSlots } from "../../src/derive/compose.ts";
import { credentialsOf } from "../../src/firmware/answer/authorise.ts";
import { parametersOfRow } from "../../src/models/language/language-command.ts";
import type { LanguageRow } from "../../src/models/language/language-file.ts";
import { changes } from "../../src/panel/state/changes.ts";
import { resting } from "../../src/panel/state/runtime.ts";
import { type PanelState, withRuntime } from "../../src/panel/state/state.ts";
import type { Value } from "../../src/parameters/kind.ts";
import { blank } from "../../src/parameters/parameter.ts";
import type { LanguageCase } from "./languages.ts";
import { carriedOut } from "./sites.ts";

/**
 * The number of messages that lead from one state to another, or null where fewer than
 * `most` do not. Tried are all commands that keep settings, with all numbers and all
 * values that the two states have.
 * @param mayBe whether a state between the two will do
 */
export function fewestLanguageMessages(
	{ model, language }: LanguageCase,
	from: PanelState,
	to: PanelState,
	most: number,
	mayBe: (state: PanelState) => boolean = () => true,
): number | null {
	const rows = language.commands
		.map(({ row }) => row)
		.filter((row) => isAbout(row, from, to));
	const each = Math.max(1, ...rows.map(mostChanges));
	/** Whether the commands that are left may be enough. */
	const isNear = (state: PanelState, left: number) =>
		changes(state.stored, to.stored).length <= left * each;
	let states = [withRuntime(from, resting)].filter((state) =>
		isNear(state, most - 1),
	);
	const seen = new Set<string>();
	for (let count = 0; count < most; count += 1) {
		if (states.some((state) => changes(state, to).length === 0)) return count;
		// What one more leads to is not asked for.
		if (count === most - 1) return null;
		states = states.flatMap((state) =>
			language.commands
				.filter(({ row }) => isAbout(row, from, to))
				.flatMap((command) =>
					argumentsOf(command.row, from, to).flatMap((args) => {
						let slots: readonly string[];
						try {
							slots = composeSlots(command, args);
						} catch {
							return [];
						}
						const text = model.dialect.write({
							...credentialsOf(model, state, command),
							...callWordingOf(command, slots),
						});
						const next = withRuntime(
							carriedOut(model, state, [text]).state,
							resting,
						);
						const key = JSON.stringify(next.stored);
						if (seen.has(key) || !isNear(next, most - 2 - count)) return [];
						if (!mayBe(next)) return [];
						seen.add(key);
						return [next];
					}),
				),
		);
	}
	return null;
}

/** A text in the place of a number is read as so many digits at most. */
const DIGITS = 10;

/** How many settings a command changes at most. */
function mostChanges(row: LanguageRow): number {
	const itemsOf = (reference: string, most: number): number => {
		const name = reference.replace(/\..*/, "");
		const { kind } =
			parametersOfRow(row).find((each) => each.name === name) ?? {};
		if (kind === undefined || "integer" in kind || "padded" in kind) return 1;
		if ("list" in kind) return kind.list.max;
		return "set" in kind ? kind.set.length : most;
	};
	return (row.does ?? []).reduce((sum, effect) => {
		if ("set" in effect && effect.all === true) return Number.POSITIVE_INFINITY;
		if ("set" in effect || "clear" in effect) {
			const names = "set" in effect ? Object.keys(effect.set) : effect.clear;
			const places = effect.at === undefined ? 1 : itemsOf(effect.at, DIGITS);
			return sum + names.length * places;
		}
		if ("add" in effect || "remove" in effect)
			return sum + itemsOf(effect.value, 1);
		return sum + ("replace" in effect ? 1 : 0);
	}, 0);
}

/** Whether a command keeps something that differs between two states. */
function isAbout(row: LanguageRow, from: PanelState, to: PanelState): boolean {
	const names = changes(from.stored, to.stored).map(({ path }) =>
		path.replace(/^language\.|[0-9]+$/g, ""),
	);
	return (row.does ?? []).some((effect) =>
		names.some(
			(name) =>
				("set" in effect && Object.hasOwn(effect.set, name)) ||
				("clear" in effect && effect.clear.includes(name)) ||
				("add" in effect && effect.add === name) ||
				("remove" in effect && effect.remove === name) ||
				("replace" in effect && effect.replace === name),
		),
	);
}

/** All lists of two and more of some values, in their order. */
function joinedWays(
	values: readonly unknown[],
	between: string,
): readonly string[] {
	const texts = values.map(String).filter((text) => text !== "");
	return texts
		.reduce<readonly (readonly string[])[]>(
			(ways, text) => ways.concat(ways.map((way) => way.concat(text))),
			[[]],
		)
		.filter(({ length }) => length > 1)
		.map((way) => way.join(between));
}

/** All ways to fill the parameters of a command with what differs between two states. */
function argumentsOf(
	row: LanguageRow,
	from: PanelState,
	to: PanelState,
): readonly { readonly [name: string]: Value | typeof blank }[] {
	const differing = changes(from.stored, to.stored);
	const numbers = differing.flatMap(({ path }) => {
		const number = /([0-9]+)$/.exec(path)?.[1];
		return number === undefined ? [] : [Number(number)];
	});
	const olds = differing.map((change) => change.from);
	const news = differing.map((change) => change.to);
	const values = [...olds, ...news];
	return parametersOfRow(row).reduce<
		readonly { readonly [name: string]: Value | typeof blank }[]
	>(
		(ways, { name, kind }) => {
			const isNumber = (row.does ?? []).some(
				(effect) => "at" in effect && effect.at === name,
			);
			const pool: readonly unknown[] = isNumber
				? "set" in kind
					? [...new Set([...numbers.map(String), numbers.join("")])]
					: numbers
				: [
						...new Set([
							...values,
							blank,
							...("list" in kind
								? [
										...joinedWays(olds, kind.list.between),
										...joinedWays(news, kind.list.between),
									]
								: []),
						]),
					];
			return ways.flatMap((way) =>
				pool
					.filter(
						(value) =>
							value !== "" &&
							(typeof value === "number" ||
								typeof value === "string" ||
								value === blank),
					)
					.map((value) => ({ ...way, [name]: value as Value })),
			);
		},
		[{}],
	);
}
