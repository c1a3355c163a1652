/** The SUBMIT of a text in text mode, by the values of `+CSMP` (3GPP TS 27.005, 3.5.1). */
import type { Address } from "../../sms/address.ts";
import { decodeDcs, encodeDcs } from "../../sms/data-coding-scheme.ts";
import { isGsm7 } from "../../sms/gsm7.ts";
import { readHex } from "../../sms/hex.ts";
import { decodeRelative } from "../../sms/relative-validity-period.ts";
import type { Submit } from "../../sms/submit.ts";
import { fullYear, type ValidTimestamp } from "../../sms/timestamp.ts";
import { decodeUcs2 } from "../../sms/ucs2.ts";
import type { UserData } from "../../sms/user-data.ts";
import { decodeVpf, type ValidityPeriod } from "../../sms/validity-period.ts";
import { fromLine } from "../session/character-set.ts";
import type { SessionSettings } from "../session/session-settings.ts";

/** @returns null where the text cannot be what `+CSMP` says it is */
export function textModeSubmit(
	da: Address,
	typed: string,
	settings: SessionSettings,
): Submit | null {
	const { fo, pid } = settings.textMode;
	const content = contentOf(typed, settings);
	if (content === null) return null;
	return {
		type: "submit",
		rejectDuplicates: (fo & 0x04) !== 0,
		statusReport: (fo & 0x20) !== 0,
		replyPath: (fo & 0x80) !== 0,
		mr: 0,
		da,
		pid,
		dcs: content.dcs,
		vp: validityPeriod(settings),
		ud: content.ud,
	};
}

function contentOf(
	typed: string,
	{ charset, textMode }: SessionSettings,
): { readonly dcs: number; readonly ud: UserData } | null {
	const coding = decodeDcs(textMode.dcs);
	if (coding.compressed) return null;
	const header = [] as const;
	if (coding.alphabet === "gsm-7") {
		const text = fromLine(charset, typed).replace(/\r\n?/g, "\n");
		// A text that GSM-7 cannot carry goes in UCS-2, so that nothing of it is lost.
		return isGsm7(text)
			? { dcs: textMode.dcs, ud: { alphabet: "gsm-7", header, text } }
			: {
					dcs: encodeDcs("ucs-2", coding.class),
					ud: { alphabet: "ucs-2", header, text },
				};
	}
	const octets = readHex(typed);
	if (coding.alphabet === "8-bit")
		return octets.ok
			? {
					dcs: textMode.dcs,
					ud: { alphabet: "8-bit", header, octets: octets.value },
				}
			: null;
	const text = octets.ok
		? decodeUcs2(octets.value)
		: fromLine(charset, typed).replace(/\r\n?/g, "\n");
	return { dcs: textMode.dcs, ud: { alphabet: "ucs-2", header, text } };
}

function validityPeriod({
	textMode: { fo, vp },
}: SessionSettings): ValidityPeriod | null {
	switch (decodeVpf(fo >> 3)) {
		case "relative":
			return /^\d+$/.test(vp)
				? { format: "relative", minutes: decodeRelative(Number(vp)) }
				: null;
		case "absolute": {
			const until = absoluteTime(vp);
			return until === null ? null : { format: "absolute", until };
		}
		default:
			return null;
	}
}

/** `26/11/20,20:31:54+04`. */
function absoluteTime(text: string): ValidTimestamp | null {
	const digits = /^(\d\d)\/(\d\d)\/(\d\d),(\d\d):(\d\d):(\d\d)([+-]\d\d)$/.exec(
		text,
	);
	if (digits === null) return null;
	const [
		yy = 0,
		month = 0,
		day = 0,
		hour = 0,
		minute = 0,
		second = 0,
		zone = 0,
	] = digits.slice(1).map(Number);
	const year = fullYear(yy);
	return { valid: true, year, month, day, hour, minute, second, zone };
}
