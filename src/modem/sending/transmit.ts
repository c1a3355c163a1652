/** A text to what `AT+CMGS` takes, in PDU mode or in text mode (3GPP TS 27.005, 3.5.1). */
import type { MessageClass } from "../../sms/data-coding-scheme.ts";
import { encodeOutgoingSms } from "../../sms/outgoing-sms.ts";
import { splitText, type Tie } from "../../sms/segments.ts";
import type { AtError } from "../at/at-error.ts";
import { answerTo, readNumber, readParameters } from "../at/at-parameters.ts";
import type { OnlineModem } from "../link/modem-link.ts";
import { encodeText, textModeParameters } from "../link/text-mode.ts";

/** How a message is sent. */
export interface SendOptions {
	/** Ask for a delivery report. */
	readonly statusReport: boolean;
	/** 0 is shown at once and not kept. */
	readonly class: MessageClass | null;
	/** At most so many characters in an SMS; null is as many as fit. */
	readonly cut: number | null;
	readonly tie: Tie;
}

/** One SMS ready to go. */
export type PreparedSms =
	| { readonly mode: "pdu"; readonly hex: string; readonly length: number }
	| {
			readonly mode: "text";
			readonly to: string;
			readonly text: string;
			readonly options: SendOptions;
	  };

export type Prepared =
	| { readonly ok: true; readonly parts: readonly PreparedSms[] }
	| { readonly ok: false; readonly reason: string };

/**
 * The SMS that a text takes. Text mode has no header that could tie parts
 * together, so there each stands alone.
 * @param reference ties the parts together, 0 to 255.
 */
export function prepareSms(
	mode: PreparedSms["mode"],
	to: string,
	text: string,
	options: SendOptions,
	reference: number,
): Prepared {
	if (to === "") return { ok: false, reason: "to: there is no number" };
	const cut = options.cut ?? undefined;
	if (cut !== undefined && !(cut >= 2)) {
		return { ok: false, reason: `cut: ${cut} holds no pair` };
	}
	if (mode === "text") {
		if (!/^\+?[\d*#abc]{1,20}$/.test(to)) {
			return { ok: false, reason: `to: ${to} is no number` };
		}
		const segments = splitText(text, cut, "none");
		const parts = segments.map(
			({ text }): PreparedSms => ({ mode, to, text, options }),
		);
		return { ok: true, parts };
	}
	const encoded = encodeOutgoingSms({
		to,
		text,
		reference,
		tie: options.tie,
		cut,
		statusReport: options.statusReport,
		class: options.class,
	});
	if (!encoded.ok) {
		const { path, message } = encoded.error;
		return { ok: false, reason: `${path}: ${message}` };
	}
	const parts = encoded.value.map(
		({ hex, tpduLength }): PreparedSms => ({ mode, hex, length: tpduLength }),
	);
	return { ok: true, parts };
}

export type Transmission =
	/** TP-MR, null where the modem did not tell it. */
	| { readonly ok: true; readonly reference: number | null }
	| { readonly ok: false; readonly error: AtError }
	/** The modem's alphabet does not carry the text. */
	| { readonly ok: false; readonly error: null; readonly reason: string };

/** Sends one SMS. In a turn of the modem. */
export async function transmit(
	modem: OnlineModem,
	sms: PreparedSms,
): Promise<Transmission> {
	const { session } = modem;
	if (sms.mode === "pdu") {
		return resultOf(await session.send(`AT+CMGS=${sms.length}`, sms.hex));
	}
	const charset = modem.facts.charset ?? "IRA";
	const to = encodeText(sms.to, charset);
	const text = encodeText(sms.text, charset);
	if (to === null || text === null) {
		const reason = "text mode of this modem does not carry all characters";
		return { ok: false, error: null, reason };
	}
	const { statusReport, class: messageClass } = sms.options;
	await session.command(
		textModeParameters(sms.text, statusReport, messageClass),
	);
	return resultOf(await session.send(`AT+CMGS="${to}"`, text));
}

function resultOf(
	answer: Awaited<ReturnType<OnlineModem["session"]["send"]>>,
): Transmission {
	if (!answer.ok) return { ok: false, error: answer.error };
	const told = answerTo("+CMGS", answer.lines) ?? "";
	return { ok: true, reference: readNumber(readParameters(told)[0]) };
}
