import { isSilentReport } from "../../panel/state/contact-id.ts";
import type { LogEntry, Report } from "../../panel/state/runtime.ts";
import type { PanelState } from "../../panel/state/state.ts";
import type { Leaving } from "./next.ts";
import { reportSms } from "./report-sms.ts";

/*
 * Duress and silent alarms must not show where somebody who forces the owner may
 * read. What is left out here is left out of everything that is told of the house.
 */

/**
 * A state in which nobody was forced and no silent alarm was raised. What counts
 * reports is counted anew, and the log has nothing of them: one more would tell.
 */
export function withoutDuress(state: PanelState): PanelState {
	const { runtime } = state;
	const hidden = new Set(silentReports(state).map(({ id }) => `${id}`));
	return {
		...state,
		runtime: {
			...runtime,
			alarms: runtime.alarms.filter(({ kind }) => kind !== "silent-panic"),
			memory: runtime.memory.filter(({ kind }) => kind !== "silent-panic"),
			outbox: runtime.outbox
				.filter(({ event }) => !isSilentReport(event))
				.map((report, at) => ({ ...report, id: at + 1 })),
			// It counts reports.
			reports: 0,
			// Tries of silent reports are counted, too.
			failing: runtime.failing
				.filter(({ logged }) => logged)
				.map((one) => ({ ...one, failures: 1 })),
			deadlines: runtime.deadlines
				.filter(({ kind, about }) => kind !== "report" || !hidden.has(about))
				.map((deadline, at) => ({
					...deadline,
					sequence: at + 1,
					about: deadline.kind === "report" ? "" : deadline.about,
				})),
			log: runtime.log.filter(isTellable).map(placed),
		},
	};
}

/** Whether a text that leaves a panel, or was tried, is a silent report. */
export function isTextOfSilentReport(
	state: PanelState,
	sms: { readonly to: string; readonly text: string },
): boolean {
	return silentReports(state).some((report) =>
		state.reporting.destinations.some((destination) => {
			const told = reportSms(state, report, destination);
			return told?.to === sms.to && told.text === sms.text;
		}),
	);
}

/** Whether what leaves a panel is a silent report. */
export function isSilentLeaving(
	state: PanelState,
	leaving: Leaving | null,
): boolean {
	return (
		leaving?.kind === "report" &&
		silentReports(state).some(({ id }) => id === leaving.id)
	);
}

function silentReports({ runtime }: PanelState): readonly Report[] {
	return runtime.outbox.filter(({ event }) => isSilentReport(event));
}

function isTellable(entry: LogEntry): boolean {
	return !reportEvents.has(entry.event) && !isSilentAlarm(entry);
}

/** Whether an entry of the log tells of a silent alarm. */
export function isSilentAlarm({ event, about }: LogEntry): boolean {
	return event === "alarm" && about.startsWith("silent-panic");
}

const reportEvents: ReadonlySet<LogEntry["event"]> = new Set([
	"reported",
	"report-failed",
	"maybe-reported",
	"report-given-up",
	"report-dropped",
]);

/** A gap in the numbers would tell, too. */
function placed(entry: LogEntry, at: number): LogEntry {
	return { ...entry, sequence: at + 1 };
}
