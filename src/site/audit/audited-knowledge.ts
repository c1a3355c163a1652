import type { Access } from "../../plan/access.ts";
import {
	pathOfSetting,
	pathOfThing,
	type Site,
	type SiteSetting,
} from "../../plan/site/site.ts";
import type { AuditEntry, BegunEntry, Settlement } from "./audit-entry.ts";
import { macOfAccess, macOfValue } from "./begun-run.ts";
import { isConfirmed, isDone } from "./run-progress.ts";
import type { ValueMac } from "./value-mac.ts";

/** What the runs of an audit have shown of a panel. */
export interface AuditedKnowledge {
	/** MACs of values by path; null for a thing that is gone. */
	readonly settings: ReadonlyMap<string, string | null>;
	/**
	 * MAC of what lets messages in: what a message made it that needs not be sent any more,
	 * as the run itself goes on under it. Null where that is not known.
	 */
	readonly access: string | null;
	/** Whether it is not known because a message was sent that changes it. */
	readonly isAccessOpen: boolean;
}

/**
 * What an audit says that a panel has: what it acknowledged or told, and nobody changed
 * since. What was only sent is not known. A run from a panel's file or from the factory
 * makes all before it worthless.
 * @param key of the MACs that can be compared here
 */
export function auditedKnowledge(
	entries: readonly AuditEntry[],
	key: string,
): AuditedKnowledge {
	let settings = new Map<string, string | null>();
	let access: string | null = null;
	let isAccessOpen = false;
	/** What let messages in before the last message that changes it. */
	let accessBefore: string | null = null;
	let begun: BegunEntry | null = null;
	const settle = ({ message, as }: Settlement) => {
		const settled = begun?.messages[message];
		if (settled === undefined) return;
		const isKnown = isConfirmed(as);
		// What was acknowledged may have come in doubt since.
		for (const { path, mac } of settled.settings)
			if (isKnown) settings.set(path, mac);
			else settings.delete(path);
		if (settled.access === null) return;
		if (isDone(as)) access = settled.access;
		else access = as === "refused" ? accessBefore : null;
		isAccessOpen = access === null;
	};
	for (const entry of entries)
		switch (entry.type) {
			case "begun":
				if (entry.from !== "audit" && entry.from !== "unknown")
					if (!entry.resumed) settings = new Map();
				begun = entry.key === key ? entry : null;
				if (!entry.resumed) {
					access = begun?.access ?? null;
					isAccessOpen = false;
				}
				if (begun === null) settings = new Map();
				break;
			case "sending": {
				const sent = entry.purpose === "message" ? entry.message : null;
				const message = sent === null ? undefined : begun?.messages[sent];
				for (const { path } of message?.settings ?? []) settings.delete(path);
				if (message !== undefined && message.access !== null) {
					accessBefore = access ?? accessBefore;
					access = null;
					isAccessOpen = true;
				}
				break;
			}
			case "heard":
				if (entry.settles !== null) settle(entry.settles);
				break;
			case "settled":
				settle(entry);
				break;
			case "read-back":
				for (const { path, agrees } of entry.settings)
					if (!agrees) settings.delete(path);
				break;
		}
	return { settings, access, isAccessOpen };
}

/**
 * A site without the things of which the audit knows the panel to have all that it says.
 * Others stay whole: their messages need all that is said of them.
 */
export function stillDue(
	site: Site,
	{ settings: known }: AuditedKnowledge,
	mac: ValueMac,
): Site {
	const isKnown = (setting: SiteSetting) =>
		known.get(pathOfSetting(setting)) === macOfValue(setting.value, mac);
	const open = new Set(
		site.settings
			.filter((setting) => !isKnown(setting))
			.map(({ thing }) => pathOfThing(thing)),
	);
	return {
		...site,
		settings: site.settings.filter(({ thing }) => open.has(pathOfThing(thing))),
		absent: site.absent.filter(
			(thing) => known.get(pathOfThing(thing)) !== null,
		),
	};
}

/** Which of some credentials the audit knows the panel to have; undefined where none is. */
export function knownAccess(
	{ access }: AuditedKnowledge,
	candidates: readonly Access[],
	mac: ValueMac,
): Access | undefined {
	return candidates.find((each) => macOfAccess(each, mac) === access);
}
