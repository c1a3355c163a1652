/** USSD (3GPP TS 27.007, 7.15). */

import { isGsm7 } from "../../sms/gsm7.ts";
import { readHex, writeHex } from "../../sms/hex.ts";
import { encodeUcs2 } from "../../sms/ucs2.ts";
import { decodeUssd, encodeUssd } from "../../sms/ussd.ts";
import type { UssdAnswer } from "../equipment/ussd-service.ts";
import { cme, error, ok } from "../session/answer.ts";
import { fromLine, toLine } from "../session/character-set.ts";
import { type CommandTable, forms, integerOr } from "../session/handler.ts";
import type { SessionSettings } from "../session/session-settings.ts";

/** Cell broadcast data coding schemes: GSM-7 without a language, and UCS-2. */
const gsm7Coding = 15;
const ucs2Coding = 72;

export const ussdCommands: CommandTable = {
	"+CUSD": forms({
		test: () => ok("+CUSD: (0-2)"),
		read: (_, { session }) =>
			ok(`+CUSD: ${session.settings.ussdShown ? 1 : 0}`),
		set({ args: [mode, request] }, { equipment, session }) {
			const { settings } = session;
			const chosen = integerOr(mode, 0, 2, settings.ussdShown ? 1 : 0);
			if (chosen === null) return cme(50);
			settings.ussdShown = chosen === 1;
			if (request === undefined || request === "") return ok();
			const { registration } = equipment;
			if (registration !== 1 && registration !== 5) return cme(30);
			const asked = readRequest(request, settings);
			if (asked === null) return error;
			const answer = equipment.ussd(asked.code);
			// 4: operation not supported.
			session.tell(
				answer === null
					? "+CUSD: 4"
					: ussdLine({ shown: asked.form, ...answer }, settings),
			);
			return ok();
		},
	}),
};

/** A code and the form that it came in, which the answer has too. */
interface Request {
	readonly code: string;
	readonly form: NonNullable<UssdAnswer["shown"]>;
}

/**
 * Reads a code in the chosen character set, in plain digits, or in packed 7-bit
 * in hexadecimal; null for what is no USSD string in any of these.
 */
function readRequest(
	request: string,
	{ charset }: SessionSettings,
): Request | null {
	const text = fromLine(charset, request);
	if (isUssdString(text)) return { code: text, form: "text" };
	const octets = readHex(request);
	const unpacked = octets.ok ? decodeUssd(octets.value) : "";
	return isUssdString(unpacked) ? { code: unpacked, form: "packed" } : null;
}

/** A code (3GPP TS 22.030, 6.5.2), or the digits of an answer to a menu. */
function isUssdString(text: string): boolean {
	return /^[*#][0-9*#]*#$/.test(text) || /^[0-9]{1,4}$/.test(text);
}

function ussdLine(
	{ text, status, shown }: UssdAnswer,
	{ charset }: SessionSettings,
) {
	const coding = shown === "ucs-2" || !isGsm7(text) ? ucs2Coding : gsm7Coding;
	return `+CUSD: ${status},"${shownAs()}",${coding}`;

	function shownAs(): string {
		if (shown === "ucs-2") return writeHex(encodeUcs2(text));
		if (shown === "packed" && isGsm7(text)) return writeHex(encodeUssd(text));
		return toLine(charset, text);
	}
}
