import { readAddress } from "../sms/address.ts";
import { decodeDcs, encodeDcs } from "../sms/data-coding-scheme.ts";
import type { Deliver } from "../sms/deliver.ts";
import type { StatusReport } from "../sms/status-report.ts";
import type { Submit } from "../sms/submit.ts";
import { instantOf, timestampAt } from "../sms/timestamp.ts";
import type { UserData } from "../sms/user-data.ts";
import { headerLength } from "../sms/user-data-header.ts";
import { octetsOf, textOf } from "../transport/octets.ts";

/** The DELIVER of a message that `from` submitted at `instant` (ms since 1970). */
export function forwarded(
	submit: Submit,
	from: string,
	instant: number,
	zone: number,
): Deliver {
	return {
		type: "deliver",
		moreMessages: false,
		loopPrevention: false,
		statusReport: submit.statusReport,
		replyPath: submit.replyPath,
		oa: readAddress(from),
		pid: submit.pid,
		dcs: submit.dcs,
		scts: timestampAt(instant, zone),
		ud: submit.ud,
	};
}

/** The status report on a message; `st` is its TP-ST. */
export function reported(
	submit: Submit,
	times: { readonly accepted: number; readonly settled: number },
	st: number,
	zone: number,
): StatusReport {
	return {
		type: "status-report",
		moreMessages: false,
		loopPrevention: false,
		about: "submit",
		mr: submit.mr,
		ra: submit.da,
		scts: timestampAt(times.accepted, zone),
		dt: timestampAt(times.settled, zone),
		st,
		pid: null,
		dcs: null,
		ud: null,
	};
}

/** When the service centre gives up a message that it gets at `instant`; both in ms since 1970. */
export function expiryOf(
	{ vp }: Submit,
	instant: number,
	usual: number,
): number {
	switch (vp?.format) {
		case "relative":
			return instant + vp.minutes * 60_000;
		case "absolute":
			return instantOf(vp.until) ?? instant + usual;
		default:
			return instant + usual;
	}
}

/**
 * The same text in another alphabet: GSM-7 becomes UCS-2, or 8-bit data in
 * Latin-1 where UCS-2 is too long. A text that fits neither stays as it is, and
 * so does one that is not in GSM-7.
 */
export function recoded(deliver: Deliver): Deliver {
	const { ud } = deliver;
	if (ud.alphabet !== "gsm-7") return deliver;
	const room = 140 - headerLength(ud.header);
	const messageClass = decodeDcs(deliver.dcs).class;
	const into = (userData: UserData, alphabet: "ucs-2" | "8-bit"): Deliver => ({
		...deliver,
		dcs: encodeDcs(alphabet, messageClass),
		ud: userData,
	});
	if (ud.text.length * 2 <= room)
		return into({ ...ud, alphabet: "ucs-2" }, "ucs-2");
	const octets = octetsOf(ud.text);
	const same = textOf(octets) === ud.text;
	return same && octets.length <= room
		? into({ alphabet: "8-bit", header: ud.header, octets }, "8-bit")
		: deliver;
}
