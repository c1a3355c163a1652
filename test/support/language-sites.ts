/** Sites by chance for other makers' panels. */
import fc from "fast-check";
import { changes } from "../../src/panel/state/changes.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import type { Value } from "../../src/parameters/kind.ts";
import { makePlan } from "../../src/plan/make-plan.ts";
import type { PlanRules } from "../../src/plan/messages/plan-rules.ts";
import type { Plan } from "../../src/plan/plan.ts";
import type { Site, SiteSetting } from "../../src/plan/site/site.ts";
import { valuesOfAll } from "./arbitraries.ts";
import type { LanguageCase } from "./languages.ts";
import type { Renewal } from "./sites.ts";

const thing = { part: "stored.language", id: null };

/**
 * A panel as it is found, with most counted settings empty, and a site that names some
 * of its settings. Who is heard is not touched, so that the messages are.
 */
export function aLanguageRenewalOf(
	{ model, language, factory }: LanguageCase,
	most: number,
): fc.Arbitrary<Renewal> {
	const { file, settings } = language;
	const values = valuesOfAll(settings.fields);
	const names = Object.keys(settings.fields).filter((name) => {
		const [, base = name, number = "1"] =
			/^([A-Za-z]+)([0-9]+)$/.exec(name) ?? [];
		return base !== file.listed && Number(number) <= 9;
	});
	const some = fc.subarray(names, {
		minLength: 1,
		maxLength: Math.min(most, names.length),
	});
	const valued = (chosen: readonly string[]) =>
		fc.record(
			Object.fromEntries(
				chosen.map((name) => [name, values[name] ?? fc.constant("")]),
			),
		);
	return fc
		.tuple(fc.subarray(names).chain(valued), some.chain(valued))
		.filter(([, wanted]) => codesDiffer(wanted, file.roles))
		.map(([kept, wanted]) => {
			const found: PanelState = {
				...factory,
				stored: {
					language: {
						...factory.stored.language,
						...withCodes(kept, file.roles),
					},
				},
			};
			const named = Object.entries(wanted).map(
				([member, value]): SiteSetting => ({
					thing,
					member,
					value,
					reference: null,
				}),
			);
			const site: Site = { model, number: null, settings: named, absent: [] };
			const shown = () =>
				JSON.stringify({ wanted, found: found.stored.language });
			return { found, site, [fc.toStringMethod]: shown };
		});
}

/** The names of a language's lists: settings that go into the first free place. */
export function listsOf({
	language: { commands, file },
}: LanguageCase): readonly string[] {
	const names = commands.flatMap(({ row: { does = [] } }) =>
		does.flatMap((effect) => ("add" in effect ? [effect.add] : [])),
	);
	return [...new Set(names)].filter((name) => name !== file.listed);
}

/**
 * A panel with values in some of the first places of a list, and a site that names
 * some of these places; the values are few, so that they change places.
 */
export function aListRenewalOf(
	{ model, language, factory }: LanguageCase,
	list: string,
): fc.Arbitrary<Renewal> {
	const places = [1, 2, 3, 4].map((at) => `${list}${at}`);
	const values = valuesOfAll(language.settings.fields)[places[0] ?? ""];
	if (values === undefined) throw new Error(`there is no ${list}`);
	const full = values.filter((value) => value !== "");
	return fc
		.uniqueArray(full, { minLength: 5, maxLength: 5 })
		.chain((some) =>
			fc.record({
				has: fc.shuffledSubarray([...some, "", ""], {
					minLength: 4,
					maxLength: 4,
				}),
				wants: fc.shuffledSubarray([...some, "", ""], {
					minLength: 4,
					maxLength: 4,
				}),
				named: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 1 }),
			}),
		)
		.map(({ has, wants, named }) => {
			const kept = Object.fromEntries(
				places.map((place, at) => [place, has[at] ?? ""]),
			);
			const found: PanelState = {
				...factory,
				stored: { language: { ...factory.stored.language, ...kept } },
			};
			const settings = named.map(
				(at): SiteSetting => ({
					thing,
					member: places[at] ?? "",
					value: wants[at] ?? "",
					reference: null,
				}),
			);
			const site: Site = { model, number: null, settings, absent: [] };
			const shown = () =>
				JSON.stringify({
					wanted: settings.map(({ member, value }) => [member, value]),
					kept,
				});
			return { found, site, [fc.toStringMethod]: shown };
		});
}

/** A panel as it is found, with all that the site names as the site names it. */
export function asNamed({ found, site }: Renewal): PanelState {
	const named = site.settings.map(({ member, value }) => [member, value]);
	const language = { ...found.stored.language, ...Object.fromEntries(named) };
	return { ...found, stored: { ...found.stored, language } };
}

/**
 * Whether each setting is what it was, what it is to be, or empty: no number stands for
 * a while where nobody wants it, only to keep a place from another.
 */
export function isBetween(
	state: PanelState,
	from: PanelState,
	to: PanelState,
): boolean {
	const differing = changes(from.stored, to.stored).map(({ path }) => path);
	return changes(from.stored, state.stored).every(
		({ path, to: now }) =>
			differing.includes(path) &&
			(now === "" ||
				changes(state.stored, to.stored).every((left) => left.path !== path)),
	);
}

/** An empty code lets nobody in. */
function codesDiffer(
	wanted: Readonly<Record<string, Value>>,
	roles: readonly { readonly code: string }[],
): boolean {
	return roles.every(({ code }) => wanted[code] !== "");
}

function withCodes(
	kept: Readonly<Record<string, Value>>,
	roles: readonly { readonly code: string }[],
): Readonly<Record<string, Value>> {
	const codes = roles.map(({ code }) => code);
	return Object.fromEntries(
		Object.entries(kept).filter(([name]) => !codes.includes(name)),
	);
}

/** The plan of a renewal, under some rules. */
export function planOf({ found, site }: Renewal, rules: PlanRules): Plan {
	return makePlan(site, { state: found }, rules);
}
