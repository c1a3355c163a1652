import { isSecret } from "../derive/secrets.ts";
import type { Model } from "../models/model.ts";
import { factoryState, type PanelState } from "../panel/state/state.ts";
import { thingIn, valueIn } from "./messages/known-panel.ts";
import {
	pathOfSetting,
	pathOfThing,
	type Site,
	type SiteSetting,
	type Thing,
} from "./site/site.ts";
import { siteForm } from "./site/site-schema.ts";

/** A site that names what a panel has, and its secrets apart from it. */
export interface ImportedSite {
	readonly site: Site;
	/** The value of each reference in it: `USER_1_PIN`. */
	readonly secrets: ReadonlyMap<string, string>;
}

/**
 * The site that names what of a panel is not as the factory has it. Codes and passwords become references.
 */
export function importedSite(
	model: Model,
	state: PanelState,
	number: string | null,
): ImportedSite {
	const factory = factoryState(model.name, model.sections);
	const settings: SiteSetting[] = [];
	const secrets = new Map<string, string>();
	for (const { path: part, isList, members, usual } of siteForm(model).parts)
		for (const id of isList ? numbersOf(state, part) : [null]) {
			const thing = { part, id };
			for (const member of members) {
				const value = valueIn(state, thing, member);
				const old = valueIn(factory, thing, member) ?? usual.get(member);
				if (value === undefined || value === old) continue;
				const setting = { thing, member, value, reference: null };
				// In a site a text with these signs would stand for another one.
				const isSubstituted = /\{\{|\$\{/.test(String(value));
				if (!isSecret(pathOfSetting(setting)) && !isSubstituted) {
					settings.push(setting);
					continue;
				}
				const name = referenceName(thing, member);
				secrets.set(name, String(value));
				settings.push({ ...setting, reference: `\${${name}}` });
			}
		}
	return { site: { model, number, settings, absent: [] }, secrets };
}

function numbersOf(state: PanelState, part: string): readonly number[] {
	const numbers = Array.from({ length: 100 }, (_, at) => at);
	return numbers.filter((id) => thingIn(state, { part, id }) !== undefined);
}

/** `USER_1_PIN`, `CREDENTIALS_KEYWORD` */
function referenceName(thing: Thing, member: string): string {
	return `${pathOfThing(thing)}.${member}`
		.replace(/^users/, "user")
		.replaceAll(/([a-z])([A-Z])/g, "$1_$2")
		.replaceAll(".", "_")
		.toUpperCase();
}
