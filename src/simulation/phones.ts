import type { ActivityFeed } from "../firmware/activity.ts";
import type { PhoneMessage, Phones } from "./panel-handle.ts";

/** The phones of a panel, out of what has happened at it. */
export function phonesOf(activity: ActivityFeed): Phones {
	const messages = new Map<string, PhoneMessage[]>();
	const put = (number: string, message: PhoneMessage) => {
		const those = messages.get(number) ?? [];
		if (those.length === 0) messages.set(number, those);
		those.push(message);
		if (those.length > KEPT) those.shift();
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

/** Texts of one phone that are kept, the latest. */
const KEPT = 1000;
