import type { Activity } from "../../firmware/activity.ts";
import { reportSms } from "../../firmware/outbox/report-sms.ts";
import { withoutDuress } from "../../firmware/outbox/without-duress.ts";
import { type Change, changes } from "../../panel/state/changes.ts";
import { contactIdUser } from "../../panel/state/contact-id.ts";
import { DURESS } from "../../panel/state/fields/special-codes.ts";
import { find } from "../../panel/state/numbered.ts";
import type { Report } from "../../panel/state/runtime.ts";
import type { PanelState } from "../../panel/state/state.ts";

/*
 * What of a panel's activity would tell somebody who forces its owner that there was
 * duress or a silent alarm.
 */

/** Whether a panel can report in silence: it has a duress code or a silent button. */
export function canBeSilent({ users, zones, runtime }: PanelState): boolean {
	return (
		(find(users, DURESS)?.pin ?? "") !== "" ||
		zones.some(({ attribute }) => attribute === "silent-panic") ||
		runtime.alarms.some(({ kind }) => kind === "silent-panic")
	);
}

/** Whether something that time or a report's way did may be told. */
export function isTellableEvent(
	{ event, state }: Activity & { readonly type: "event" },
	seen: PanelState,
): boolean {
	const { type } = event;
	if (!byItself.has(type)) return true;
	// Nothing that may be told came of it.
	const [before, after] = [seen, state].map(withoutDuress);
	return (
		changes(before, after).length > 0 ||
		before?.runtime.log.at(-1)?.at !== after?.runtime.log.at(-1)?.at
	);
}

/** Events that silent reports cause, too. */
const byItself: ReadonlySet<string> = new Set([
	"time",
	"report-sent",
	"report-failed",
	"report-in-doubt",
	"duress",
]);

/**
 * What changed in a step, as far as it may be told. The places in a list of alarms
 * would tell of one that is left out, so both states are compared without it.
 *
 * @param all what changed
 * @param before what the panel remembered before the step
 */
export function toldChanges(
	all: readonly Change[],
	before: PanelState,
	after: PanelState,
): readonly Change[] {
	// A text that the network still has changed nothing.
	if (all.length === 0) return all;
	return withoutBookkeeping(
		changes(withoutDuress(before), withoutDuress(after)),
	);
}

/** Without what waits to leave the panel: an entry more would tell of duress. */
export function withoutBookkeeping(all: readonly Change[]): readonly Change[] {
	return all.filter(({ path }) => !bookkeeping.test(path));
}

const bookkeeping = /^runtime\.(outbox|reports|deadlines|outgoing|notices)/;

/** Every silent report that a panel can text, each as `TO\nTEXT`. */
export function silentTexts(state: PanelState): ReadonlySet<string> {
	const about = (event: Report["event"], subject: number) =>
		(["event", "restore"] as const).map(
			(qualifier): Report => ({
				event,
				subject,
				qualifier,
				id: 1,
				at: 0,
				group: 1,
				rounds: 0,
				failed: [],
				due: 0,
			}),
		);
	const reports = [
		...about("duress", contactIdUser(DURESS)),
		...[0, ...state.zones.map(({ id }) => id)].flatMap((zone) =>
			about("silent-panic", zone),
		),
	];
	return new Set(
		reports.flatMap((report) =>
			state.reporting.destinations.flatMap((destination) => {
				const sms = reportSms(state, report, destination);
				return sms === null ? [] : [`${sms.to}\n${sms.text}`];
			}),
		),
	);
}
