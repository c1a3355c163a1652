import {
	mayDo,
	type RemoteAccess,
	type Right,
} from "../../panel/state/remote-access.ts";
import { MINUTE } from "../../time/units.ts";
import type { PersonContext } from "./person-context.ts";
import type { ReceivedSms } from "./response.ts";

/** What somebody wants to have done. */
export interface Wish {
	/** How it is called when it is refused: `ARM`, `script`. */
	readonly what: string;
	/** The right that it needs; null for none. */
	readonly right: Right | null;
	/** What the right lets its owner do: `arm`, `run scripts`. */
	readonly rightTo: string;
	/** Whether something changes at the panel: a question may come late, and while remote access is off. */
	readonly changes: boolean;
}

/** Why a person may not have something done. */
export interface Forbidden {
	readonly code: "person/right" | "person/remote-off" | "person/too-old";
	/** One line for whoever runs the panel. */
	readonly message: string;
	readonly hint: string;
}

/** Why the person, the remote switch or the text's age forbids it; null where it is allowed. */
export function whyForbidden(
	context: PersonContext,
	{ what, right, rightTo, changes }: Wish,
): Forbidden | null {
	const { person } = context;
	const { remote } = context.state;
	if (right !== null && !mayDo(person, right))
		return {
			code: "person/right",
			message: `${what}: ${person.name} does not have the right to ${rightTo}`,
			hint: `people add ${person.numbers[0]} --can ${[...person.can, right].join(",")}`,
		};
	return changes ? whyNotNow(remote, ageOf(context)) : null;
}

/**
 * Why nothing may be changed from afar by a text, whoever sent it; null where it may.
 *
 * @param age of the text, in milliseconds
 */
export function whyNotNow(
	{ enabled, oldestSms }: Pick<RemoteAccess, "enabled" | "oldestSms">,
	age: number,
): Forbidden | null {
	if (!enabled)
		return {
			code: "person/remote-off",
			message: "remote switch: it is off",
			hint: "people enable, or keypad CODE remote on",
		};
	if (oldestSms > 0 && age > oldestSms * MINUTE)
		return {
			code: "person/too-old",
			message: `sender: the text is older than ${oldestSms} min`,
			hint: "oldestSms says how old a text may be",
		};
	return null;
}

/** How long a text was on its way, in milliseconds; 0 where the network does not say. */
export function ageOf({
	sms,
	now,
}: {
	readonly sms: ReceivedSms;
	readonly now: number;
}): number {
	return now - (sms.sentAt ?? now);
}
