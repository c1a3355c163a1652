import type { HowKnown } from "../../plan/how-known.ts";
import { pathOfSetting, pathOfThing, type Site } from "../../plan/site/site.ts";
import type { AuditLine } from "./audit-chain.ts";
import type { BegunEntry, Settlement } from "./audit-entry.ts";
import { macOfValue } from "./begun-run.ts";
import type { ValueMac } from "./value-mac.ts";

/** How a setting of a site is known, and when it was last shown to be so. */
export interface FittedSetting {
	readonly how: HowKnown;
	/** Milliseconds since 1970. */
	readonly at: number;
}

/**
 * What the runs of an audit have shown of the settings that a site names now, by path.
 * What has another value in the site than it had in the run is not known, nor what was
 * written with another key.
 */
export function fittedSettings(
	lines: readonly AuditLine[],
	site: Site,
	mac: ValueMac,
): ReadonlyMap<string, FittedSetting> {
	const known = new Map<string, FittedSetting & { mac: string | null }>();
	let begun: BegunEntry | null = null;
	const settle = ({ message, as }: Settlement, at: number) => {
		for (const setting of begun?.messages[message]?.settings ?? [])
			if (as === "refused" || as === "silent") known.delete(setting.path);
			else known.set(setting.path, { how: as, at, mac: setting.mac });
	};
	for (const { entry, at } of lines)
		switch (entry.type) {
			case "begun":
				begun = entry.key === mac.key ? entry : null;
				// As the next plan sees it: what is said of the panel anew replaces all before.
				if (
					begun === null ||
					(!entry.resumed && entry.from !== "audit" && entry.from !== "unknown")
				)
					known.clear();
				break;
			case "sending":
				// From here on the panel may have the old value or the new one.
				if (entry.message !== null && entry.purpose === "message")
					for (const { path } of begun?.messages[entry.message]?.settings ?? [])
						known.delete(path);
				break;
			case "heard":
				if (entry.settles !== null) settle(entry.settles, at);
				break;
			case "settled":
				settle(entry, at);
				break;
			case "read-back":
				for (const { path, agrees } of entry.settings) {
					const before = known.get(path);
					if (!agrees) known.delete(path);
					else if (before !== undefined)
						known.set(path, { ...before, how: "read", at });
				}
				break;
		}
	const wanted = new Map<string, string | null>([
		...site.settings.map(
			(setting) =>
				[pathOfSetting(setting), macOfValue(setting.value, mac)] as const,
		),
		...site.absent.map((thing) => [pathOfThing(thing), null] as const),
	]);
	return new Map(
		[...known].flatMap(([path, { how, at, mac: had }]) =>
			wanted.get(path) === had ? [[path, { how, at }] as const] : [],
		),
	);
}
