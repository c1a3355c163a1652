import { GUARD } from "../../panel/state/fields/special-codes.ts";
import {
	pathOfSetting,
	pathOfThing,
	type Site,
	type SiteSetting,
} from "./site.ts";

/** A rule that needs more than one place of a site, and where it is broken. */
export interface BrokenSiteRule {
	readonly path: string;
	readonly rule: string;
}

/** What contradicts itself in a site, or can never be. */
export function siteRules({
	settings,
	absent,
}: Site): readonly BrokenSiteRule[] {
	return [
		...absent
			.filter((thing) => everlasting.includes(pathOfThing(thing)))
			.map((thing) => ({
				path: `${pathOfThing(thing)}.absent`,
				rule:
					thing.part === "users"
						? "user 1 can never go"
						: "number 1 can never go",
			})),
		...codes(settings),
		...twice(settings, "zones", "rfId", "RF id"),
		...twice(settings, "credentials.accessCodes", "code", "code"),
	];
}

const everlasting = ["users.1", "credentials.accessCodes.1"];

/** No two people share a PIN, and nobody has the installer's. The guard may have a user's. */
function codes(settings: readonly SiteSetting[]): readonly BrokenSiteRule[] {
	const pins = settings.filter(
		({ thing, member }) => thing.part === "users" && member === "pin",
	);
	const installer = settings.find(
		(setting) => pathOfSetting(setting) === "credentials.installerCode",
	);
	return pins.flatMap((setting, at) => {
		const { id } = setting.thing;
		const other = pins
			.slice(0, at)
			.find(
				({ value, thing }) =>
					value === setting.value &&
					!(thing.id === GUARD && (id ?? 0) <= 10) &&
					!(id === GUARD && (thing.id ?? 0) <= 10),
			);
		if (other !== undefined)
			return [broken(setting, `user ${other.thing.id} has the same PIN`)];
		return setting.value === installer?.value
			? [broken(setting, "the installer has the same code")]
			: [];
	});
}

function twice(
	settings: readonly SiteSetting[],
	part: string,
	member: string,
	what: string,
): readonly BrokenSiteRule[] {
	const those = settings.filter(
		(each) =>
			each.thing.part === part && each.member === member && each.value !== "",
	);
	return those.flatMap((setting, at) => {
		const other = those
			.slice(0, at)
			.find(({ value }) => value === setting.value);
		return other === undefined
			? []
			: [broken(setting, `number ${other.thing.id} has the same ${what}`)];
	});
}

function broken(setting: SiteSetting, rule: string): BrokenSiteRule {
	return { path: pathOfSetting(setting), rule };
}
