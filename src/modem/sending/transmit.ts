/** A text to what `AT+CMGS` takes, in PDU mode or in text mode (3GPP TS 27.005, 3.5.1). */
import type { MessageClass } from "../../sms/data-coding-scheme.ts";
import { encodeOutgoingSms } from "../../sms/outgoing-sms.ts";
import { splitText, type Tie } from "../../sms/segments.ts";
import type { AtError } from "../at/at-error.ts";
import type { AtAnswer } from "../at/at-exchange.ts";
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
	/** Minutes for which it may be delivered; null leaves that to the service centre. */
	readonly validity: number | null;
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
		validityPeriod:
			options.validity === null
				? null
				: { format: "relative", minutes: options.validity },
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
	/** TP-MR. */
	| { readonly ok: true; readonly reference: number }
	| { readonly ok: false; readonly error: AtError }
	/** The modem's alphabet does not carry the text. */
	| { readonly ok: false; readonly error: null; readonly reason: string };

/**
 * Sends one SMS. In a turn of the modem. The mode is set each time: a modem that
 * fell into the other one would take the length of a PDU for a phone number.
 * @param lateReference the reference of the same SMS, if an earlier try has told
 * it meanwhile: then nothing is sent
 */
export async function transmit(
	modem: OnlineModem,
	sms: PreparedSms,
	lateReference: () => number | null = () => null,
): Promise<Transmission> {
	const { session } = modem;
	const mode = await session.command(`AT+CMGF=${sms.mode === "pdu" ? 0 : 1}`);
	const late = lateReference();
	if (late !== null) return { ok: true, reference: late };
	if (!mode.ok) return { ok: false, error: mode.error };
	if (sms.mode === "pdu") {
		return resultOf(
			`AT+CMGS=${sms.length}`,
			await session.send(`AT+CMGS=${sms.length}`, sms.hex),
		);
	}
	const charset = modem.facts.charset ?? "IRA";
	const to = encodeText(sms.to, charset);
	const text = encodeText(sms.text, charset);
	if (to === null || text === null) {
		const reason = "text mode of this modem does not carry all characters";
		return { ok: false, error: null, reason };
	}
	await session.command(textModeParameters(sms.text, sms.options));
	const command = `AT+CMGS="${to}"`;
	return resultOf(command, await session.send(command, text));
}

/** Accepted is what has a reference: an OK alone may be another command's. */
function resultOf(command: string, answer: AtAnswer): Transmission {
	if (!answer.ok) return { ok: false, error: answer.error };
	const told = answerTo("+CMGS", answer.lines) ?? "";
	const reference = readNumber(readParameters(told)[0]);
	if (reference !== null) return { ok: true, reference };
	const error = { type: "unconfirmed", command, unseen: true } as const;
	return { ok: false, error };
}
