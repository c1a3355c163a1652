import { reportEventRow } from "../../panel/state/contact-id.ts";
import type { ReceiverReport } from "../receiver.ts";
import type { EventForm } from "../receiver-address.ts";
import type { FrameContent } from "./content.ts";
import { siaCodes } from "./sia-codes.ts";
import { timestampText } from "./timestamp.ts";

/** There are no areas on these panels: partition 00, and 1 where SIA counts from one. */
const PARTITION = "00";
const AREA = "ri1";

const qualifiers = { event: "1", restore: "3" } as const;

/**
 * What a frame says of a report: the event, when it happened by the panel's clock,
 * and in SIA's form the name of the zone.
 *
 * @param time when the frame is sent, by the machine's clock
 */
export function eventContent(
	report: ReceiverReport,
	form: EventForm,
	account: string,
	time: number,
): FrameContent {
	const event = form === "ADM-CID" ? contactId(report) : sia(report);
	return {
		data: `#${account}|${event}`,
		extended: [`H${timestampText(report.at)}`],
		time,
	};
}

/** `1130 00 003` */
function contactId({ event, qualifier, subject, codes }: ReceiverReport) {
	const code = reportEventRow(event)[codes];
	return `${qualifiers[qualifier]}${code} ${PARTITION} ${threeDigits(subject)}`;
}

/** `Nri1/BA003^Front Door^` */
function sia({ event, qualifier, subject, name }: ReceiverReport): string {
	const [begins, ends] = siaCodes[event];
	const code = qualifier === "event" ? begins : ends;
	const number = subject === 0 ? "" : threeDigits(subject);
	const plain = asciiName(name);
	return `N${AREA}/${code}${number}${plain === "" ? "" : `^${plain}^`}`;
}

function threeDigits(subject: number): string {
	return `${subject}`.padStart(3, "0");
}

/**
 * A name in ASCII, without the signs that end a part of a frame: receivers refuse
 * frames with others. Accents go, what has no plain letter becomes a question mark.
 */
function asciiName(name: string): string {
	return name
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.replace(/ß/g, "ss")
		.replace(/[^ -~]/gu, "?")
		.replace(/[\^[\]|"]/g, "?")
		.trim();
}
