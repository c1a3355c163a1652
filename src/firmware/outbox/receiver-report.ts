import { reportEventRow } from "../../panel/state/contact-id.ts";
import { find } from "../../panel/state/numbered.ts";
import type { Report } from "../../panel/state/runtime.ts";
import type { PanelState } from "../../panel/state/state.ts";
import type { ReceiverReport } from "../../receivers/receiver.ts";

/** A report as a receiver gets it, with the name of its zone. */
export function receiverReport(
	state: PanelState,
	report: Pick<Report, "id" | "at" | "event" | "qualifier" | "subject">,
): ReceiverReport {
	const { id, at, event, qualifier, subject } = report;
	const isZone = reportEventRow(event).subject === "zone";
	const name = isZone ? (find(state.zones, subject)?.name ?? "") : "";
	const { codes } = state.reporting;
	return { id, at, event, qualifier, subject, codes, name };
}
