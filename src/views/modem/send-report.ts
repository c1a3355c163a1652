import type { SendResult } from "../../ports/send-texts.ts";

/** What became of a text to one number, and what to do next: one line. */
export function resultLine({
	to,
	accepted,
	delivered,
	references,
	doubtful,
	reason,
	advice,
}: SendResult): string {
	const doubt = doubtful ? "; it may have arrived, or arrived twice" : "";
	if (reason !== null) {
		const told = accepted || reason.startsWith("not sent") ? "" : "not sent: ";
		return `${to}: ${told}${reason}${advice === null ? "" : `; ${advice}`}${doubt}`;
	}
	const count = references.length;
	const sms = count > 1 ? ` in ${count} SMS` : "";
	return `${to}: ${delivered ? "delivered" : "accepted by the network"}${sms}${doubt}`;
}
