import type { Clock } from "../../time/clock.ts";
import type { ModemEvent } from "./modem-event.ts";

/** Events that a modem or a caller can make as often as they like. */
const limited: ReadonlySet<ModemEvent["type"]> = new Set([
	"noise",
	"ring",
	"ussd",
	"unreadable",
	"incomplete",
	"data",
]);
const mostInTime = 30;
/** Milliseconds. */
const time = 60_000;

/** Hands on at most 30 of such events in a minute, and says of how many more it did not. */
export function limitEvents(
	clock: Clock,
	onEvent: (event: ModemEvent) => void,
): (event: ModemEvent) => void {
	let begun = Number.NEGATIVE_INFINITY;
	let count = 0;
	return (event) => {
		if (!limited.has(event.type)) {
			onEvent(event);
			return;
		}
		if (clock.now() - begun >= time) {
			const more = count - mostInTime;
			if (more > 0) {
				const reason = `${more} more events of the modem in a minute are not told`;
				onEvent({ type: "warning", reason });
			}
			begun = clock.now();
			count = 0;
		}
		count += 1;
		if (count <= mostInTime) onEvent(event);
	};
}
