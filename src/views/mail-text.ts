import { shown } from "../../grammar/message/terminal-text.ts";
import { MASK } from "../derive/secrets.ts";
import { messageOf } from "../error-message.ts";
import type { ExchangeReport } from "../firmware/answer/exchange-report.ts";
import { reportOn } from "../firmware/answer/report-on.ts";
import type { MailEvent } from "../firmware/mail-room.ts";
import type { SendOutcome } from "../sms/mailbox.ts";

/** One line for each text that came or went. The text itself holds codes and PINs, and is shown only on request. */
export function mailText(event: MailEvent, showSecrets: boolean): string {
	// A sender's name and a text may hold line ends.
	return shown(lineOf(event, showSecrets));
}

function lineOf(event: MailEvent, showSecrets: boolean): string {
	switch (event.type) {
		case "received": {
			const { from, text } = event.mail;
			const { verdict } = event.exchange.response;
			// What was typed in the place of a word may be a code.
			const said =
				verdict.type === "silence"
					? `not answered (${verdict.reason})`
					: `${verdict.command?.spec.word ?? "no command"}: ${verdict.type}`;
			return `from ${from || "somebody"}: ${showSecrets ? `${text}: ` : ""}${said}`;
		}
		case "sent": {
			const { to, text, outcome } = event;
			const what = showSecrets ? ` ${text}` : "";
			return `to ${to}: ${sendingText(outcome, what)}`;
		}
		case "trouble":
			return `trouble: ${messageOf(event.error)}`;
	}
}

function sendingText(outcome: SendOutcome, what: string): string {
	const { unseen = false } = outcome;
	if (outcome.sent)
		return `sent${what}${unseen ? ", and it may arrive twice" : ""}`;
	const { reason, advice, retry } = outcome;
	return [
		`${unseen ? "not known whether it was sent" : "not sent"}${what}: ${reason}`,
		...(advice === undefined ? [] : [advice]),
		...(retry ? [unseen ? "sent again later" : "tried again later"] : []),
	].join("; ");
}

/** Hides PINs and codes in what came of a text. */
export interface ReportMask {
	report(report: ExchangeReport, text: string): ExchangeReport;
}

/**
 * The same for programs.
 * @param mask null where secrets are shown
 */
export function mailJson(event: MailEvent, mask: ReportMask | null): object {
	const showSecrets = mask === null;
	switch (event.type) {
		case "received": {
			const { from, text, sentAt } = event.mail;
			const sms = { from, text: showSecrets ? text : MASK, sentAt };
			const report = reportOn(event.exchange, true);
			return {
				received: { ...sms, ...(mask?.report(report, text) ?? report) },
			};
		}
		case "sent": {
			const { to, text, outcome } = event;
			return { sent: { to, text: showSecrets ? text : MASK, ...outcome } };
		}
		case "trouble":
			return { trouble: mailText(event, showSecrets) };
	}
}
