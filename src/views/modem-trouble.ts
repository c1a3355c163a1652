import {
	describeModemEvent,
	type ModemEvent,
} from "../modem/link/modem-event.ts";

const worthTelling: readonly ModemEvent["type"][] = [
	"warning",
	"lost",
	"open-failed",
	"send-retry",
	"send-unseen",
];

/** What of a modem's doings a person at a terminal should know; null for the rest. */
export function describeTrouble(event: ModemEvent): string | null {
	return worthTelling.includes(event.type) ? describeModemEvent(event) : null;
}
