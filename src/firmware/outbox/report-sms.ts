import { contactIdFrame } from "../../panel/reporting/contact-id-frame.ts";
import { reportText } from "../../panel/reporting/report-text.ts";
import type { Report } from "../../panel/state/runtime.ts";
import type { Destination, PanelState } from "../../panel/state/state.ts";

/** Account of a destination that names none. */
const NO_ACCOUNT = "0000";

/**
 * A report as an SMS to a destination, or null where that is no phone:
 * `gsm://account@number` gets Contact ID, `sms://number` words. The Mobile
 * family says with the carrier what a bare number gets.
 */
export function reportSms(
	state: PanelState,
	report: Report,
	{ url, carrier }: Destination,
): { readonly to: string; readonly text: string } | null {
	const [, scheme = "", account = NO_ACCOUNT, number = ""] =
		/^(?:(gsm|sms):\/\/)?(?:([0-9B-Fb-f]{1,4})@)?(\+?[0-9]{3,20})$/.exec(url) ??
		[];
	if (number === "") return null;
	const inWords = scheme === "sms" || carrier === "SMS_TEXT";
	if (inWords) return { to: number, text: reportText(state, report) };
	if (scheme !== "gsm" && carrier !== "SMS_CID") return null;
	const { codes } = state.reporting;
	return { to: number, text: contactIdFrame(report, account, codes) };
}
