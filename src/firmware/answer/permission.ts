import { mayDo, type Right } from "../../panel/state/remote-access.ts";
import { MINUTE } from "../../time/units.ts";
import type { Hearing } from "./hearing-person.ts";

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

/** Who may not, when nobody may, and when the text is too old; null where it is allowed. */
export function whyForbidden(
	hearing: Hearing,
	{ what, right, rightTo, changes }: Wish,
): Forbidden | null {
	const { person } = hearing;
	const { remote } = hearing.state;
	if (right !== null && !mayDo(person, right))
		return {
			code: "person/right",
			message: `${what}: ${person.name} has not the right to ${rightTo}`,
			hint: `people add ${person.numbers[0]} --can ${[...person.can, right].join(",")}`,
		};
	if (!changes) return null;
	if (!remote.enabled)
		return {
			code: "person/remote-off",
			message: "remote switch: it is off",
			hint: "people enable, or keypad CODE remote on",
		};
	const { oldestSms } = remote;
	if (oldestSms > 0 && ageOf(hearing) > oldestSms * MINUTE)
		return {
			code: "person/too-old",
			message: `sender: the text was on its way for more than ${oldestSms} min`,
			hint: "oldestSms says how old a text may be",
		};
	return null;
}

/** How long a text was on its way, in milliseconds; 0 where the network does not say. */
export function ageOf({ sms, now }: Hearing): number {
	return now - (sms.sentAt ?? now);
}
