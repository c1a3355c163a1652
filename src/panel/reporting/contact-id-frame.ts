import { reportEventRow } from "../state/contact-id.ts";
import type { Report } from "../state/runtime.ts";
import type { PanelState } from "../state/state.ts";

/** Message type of Contact ID. (MP59) */
const MESSAGE_TYPE = "18";

/** There are no areas on these panels: group 00 is the panel. (L100) */
const GROUP = "00";

const qualifiers = { event: "1", restore: "3" } as const;

/**
 * A report as Contact ID writes it in readable characters:
 * `ACCT MT QXYZ GG CCC SSSS`, fields separated by one blank. (MP59)
 *
 * @param account four of 0-9 and B-F; a shorter one is filled up with zeros
 */
export function contactIdFrame(
	{
		event,
		qualifier,
		subject,
	}: Pick<Report, "event" | "qualifier" | "subject">,
	account: string,
	codes: PanelState["reporting"]["codes"],
): string {
	const body = [
		account.toUpperCase().padStart(4, "0").slice(-4),
		MESSAGE_TYPE,
		`${qualifiers[qualifier]}${reportEventRow(event)[codes]}`,
		GROUP,
		String(subject).padStart(3, "0"),
	].join(" ");
	return `${body} ${fletcher(body)}`;
}

/**
 * The 8-bit Fletcher checksum of a text, blanks included: two sums modulo 255,
 * as four hexadecimal digits, the first sum first. That the modulus is 255 and
 * that it is written so is inferred. (MP59; RFC 1146 for the sums)
 */
export function fletcher(text: string): string {
	let first = 0;
	let second = 0;
	for (let at = 0; at < text.length; at += 1) {
		first = (first + (text.charCodeAt(at) & 0xff)) % 255;
		second = (second + first) % 255;
	}
	return [first, second]
		.map((sum) => sum.toString(16).toUpperCase().padStart(2, "0"))
		.join("");
}
