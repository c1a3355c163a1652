import {
	describeModemEvent,
	type ModemEvent,
} from "../../modem/link/modem-event.ts";

const worthTelling: readonly ModemEvent["type"][] = [
	"warning",
	"lost",
	"open-failed",
	"send-retry",
	"send-unseen",
];

/** A modem event that a person at a terminal should know, in words; null for the rest. */
export function describeTrouble(event: ModemEvent): string | null {
	return worthTelling.includes(event.type) ? describeModemEvent(event) : null;
}
