import type { ActivityFeed } from "../firmware/activity.ts";
import type { PhoneMessage, Phones } from "./panel-handle.ts";

/** The phones of a panel, out of what has happened at it. */
export function phonesOf(activity: ActivityFeed): Phones {
	const messages = new Map<string, PhoneMessage[]>();
	let kept = 0;
	const forgetFirst = (number: string, those: PhoneMessage[]) => {
		those.shift();
		kept -= 1;
		if (those.length === 0) messages.delete(number);
	};
	const put = (number: string, message: PhoneMessage) => {
		const those = messages.get(number) ?? [];
		if (those.length === 0) messages.set(number, those);
		those.push(message);
		kept += 1;
		if (those.length > KEPT) forgetFirst(number, those);
		if (kept > ALL_KEPT) {
			let oldest: readonly [string, PhoneMessage[]] = [number, those];
			for (const each of messages)
				if (first(each[1]) < first(oldest[1])) oldest = each;
			forgetFirst(...oldest);
		}
	};
	activity.follow((each) => {
		const { at } = each;
		if (each.type === "text")
			put(each.from, { direction: "sent", text: each.text, at });
		if (each.type === "sent" && each.outcome === "sent")
			put(each.to, { direction: "received", text: each.text, at });
	});
	return {
		get numbers() {
			return [...messages.keys()];
		},
		messages: (number) => [...(messages.get(number) ?? [])],
	};
}

function first(those: readonly PhoneMessage[]): number {
	return those[0]?.at ?? 0;
}

/** Texts of one phone that are kept, the latest. */
const KEPT = 1000;
/** Texts of all phones: anybody may text from any number, and a panel runs for years. */
const ALL_KEPT = 10_000;
