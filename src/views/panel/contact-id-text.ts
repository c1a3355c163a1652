import {
	type ReportEvent,
	reportEventRow,
	reportEvents,
} from "../../panel/state/contact-id.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { userText, zoneText } from "../words/names.ts";

/** `ACCT 18 QXYZ GG CCC SSSS`, as `contactIdFrame` writes it, or with its account masked. */
const FRAME =
	/^([0-9B-F]{4}|\*{4}) 18 ([13])(\d{3}) \d{2} (\d{3}) [0-9A-F]{4}$/;

/**
 * A report in Contact ID, in words: `130 burglar alarm: 3 Kitchen, account 1234`.
 * @returns null for a text that is none, or whose code is in neither list
 */
export function contactIdText(state: PanelState, text: string): string | null {
	const [, account, qualifier, code = "", subject] = FRAME.exec(text) ?? [];
	const event = eventOf(code, state.reporting.codes);
	if (event === null) return null;
	const { meaning, end, subject: counts } = reportEventRow(event);
	const what = `${code} ${qualifier === "1" ? meaning : end}`;
	const whom = subjectText(state, counts, Number(subject));
	return `${what}${whom}, account ${account}`;
}

/** The list that the panel uses says first which event a code is. */
function eventOf(
	code: string,
	list: PanelState["reporting"]["codes"],
): ReportEvent | null {
	const other = list === "climax" ? "general" : "climax";
	const names = Object.keys(reportEvents) as ReportEvent[];
	const by = (column: typeof list) =>
		names.find((event) => reportEventRow(event)[column] === code);
	return by(list) ?? by(other) ?? null;
}

function subjectText(
	state: PanelState,
	counts: "zone" | "user" | "panel",
	subject: number,
): string {
	if (subject === 0 || counts === "panel") return "";
	if (counts === "zone") return `: ${zoneText(state, subject)}`;
	return `: ${userText(state, subject > 900 ? subject - 900 : subject)}`;
}
