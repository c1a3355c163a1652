import type { OpenReceiver } from "../../firmware/receiver-room.ts";
import type { TestedDestination } from "../../firmware/test-report.ts";
import { testReportAt } from "../control/running-panel.ts";
import { atPanelFile } from "./at-panel-file.ts";
import type { PanelFileOptions } from "./panel-file.ts";

/**
 * Sends a test report through a destination of the panel of a file. A panel that runs
 * does it over the ways that it has; else only receivers are reached.
 *
 * @param open opens a receiver where no panel runs
 * @throws LockedError when a panel runs that takes no requests
 */
export function testReportAtPanelFile(
	options: PanelFileOptions,
	destination: number,
	open: OpenReceiver,
): Promise<TestedDestination> {
	return atPanelFile(options, {
		running: (address) => testReportAt(address, destination),
		started: (panel) => panel.testReport(destination, open),
	});
}
