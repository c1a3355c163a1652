import { type Access, accessAfter } from "../../plan/access.ts";
import { wantedOf } from "../../plan/messages/known-panel.ts";
import { type Plan, type PlannedMessage, wordOf } from "../../plan/plan.ts";
import { shownText } from "../../plan/shown-text.ts";
import { pathOfThing } from "../../plan/site/site.ts";
import type {
	AuditedMessage,
	AuditedSetting,
	BegunEntry,
} from "./audit-entry.ts";
import type { ValueMac } from "./value-mac.ts";

/** What an audit says of a run of a plan, when it begins. */
export function begunRun(
	plan: Plan,
	about: { readonly number: string; readonly from: string },
	access: Access,
	mac: ValueMac,
): BegunEntry {
	return {
		type: "begun",
		resumed: false,
		model: plan.site.model.name,
		...about,
		key: mac.key,
		access: macOfAccess(access, mac),
		messages: plan.messages.map((message, at) =>
			auditedMessage(plan, message, at, mac),
		),
	};
}

function auditedMessage(
	plan: Plan,
	message: PlannedMessage,
	at: number,
	mac: ValueMac,
): AuditedMessage {
	const behind = accessBehind(plan, at);
	return {
		text: shownText(plan, message),
		word: wordOf(message),
		mac: mac.of(message.text),
		settings: settingsOf(plan, message, mac),
		access: isSame(behind, message.access) ? null : macOfAccess(behind, mac),
	};
}

function settingsOf(
	plan: Plan,
	{ thing, covers, forAWhile }: PlannedMessage,
	mac: ValueMac,
): readonly AuditedSetting[] {
	const path = pathOfThing(thing);
	if (forAWhile) return [];
	if (covers.length === 0) return [{ path, mac: null }];
	const wanted = wantedOf(plan.site);
	return covers.flatMap((member) => {
		const value = wanted.get(`${path}.${member}`);
		return value === undefined
			? []
			: [{ path: `${path}.${member}`, mac: macOfValue(value, mac) }];
	});
}

/** @param value of a setting */
export function macOfValue(value: unknown, mac: ValueMac): string {
	return mac.of(`value ${JSON.stringify(value)}`);
}

export function macOfAccess({ keyword, code }: Access, mac: ValueMac): string {
	return mac.of(`access ${JSON.stringify([keyword, code])}`);
}

/** What lets messages in when a message of a plan has been carried out. */
export function accessBehind(plan: Plan, at: number): Access {
	const next = plan.messages[at + 1];
	const message = plan.messages[at];
	if (next !== undefined) return next.access;
	if (message === undefined) throw new RangeError(`no message ${at}`);
	const { site } = plan;
	return accessAfter(site.model, message, wantedOf(site), message.access);
}

/** Whether a message changes what lets messages in. */
export function changesAccess(plan: Plan, at: number): boolean {
	const message = plan.messages[at];
	return (
		message !== undefined && !isSame(message.access, accessBehind(plan, at))
	);
}

function isSame(one: Access, other: Access): boolean {
	return one.keyword === other.keyword && one.code === other.code;
}
