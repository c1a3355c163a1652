import { letHappen, type StepReport } from "../control/let-happen.ts";
import { letHappenAt } from "../control/running-panel.ts";
import { atPanelFile } from "./at-panel-file.ts";
import type { PanelFileOptions } from "./panel-file.ts";

/**
 * Lets something happen at the panel of a file.
 * @throws LockedError when a panel runs that takes no requests
 */
export function doAtPanelFile(
	options: PanelFileOptions,
	step: string,
	showSecrets: boolean,
): Promise<StepReport> {
	return atPanelFile(options, {
		running: (address) => letHappenAt(address, step, showSecrets),
		started: (panel) => letHappen(panel, step, showSecrets),
	});
}
