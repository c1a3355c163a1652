import type { Explanation } from "./octet-reader.ts";

const named: ReadonlyMap<number, string> = new Map([
	[0x00, "plain short message"],
	[0x40, "short message type 0: acknowledged and discarded unseen"],
	[0x48, "device triggering"],
	[0x5e, "enhanced message service, obsolete"],
	[0x5f, "return call message"],
	[0x7c, "ANSI-136 R-DATA"],
	[0x7d, "data download to the mobile equipment"],
	[0x7e, "depersonalization of the mobile equipment"],
	[0x7f, "data download to the SIM card"],
]);

/** TP-PID in words, for any octet (3GPP TS 23.040, 9.2.3.9). */
export function describePid(octet: number): Explanation {
	return {
		value: `0x${octet.toString(16).padStart(2, "0").toUpperCase()}`,
		meaning: named.get(octet) ?? range(octet),
	};
}

function range(octet: number): string {
	if (octet < 0x20) return "protocol between the two ends";
	if (octet < 0x40) return "telematic device";
	if (octet >= 0x41 && octet <= 0x47) {
		return `replaces an earlier message of type ${octet - 0x40}`;
	}
	return octet >= 0xc0 ? "specific to the service centre" : "reserved";
}
