import { lockOwner } from "../../store/lock.ts";
import { letHappen, type StepReport } from "../control/let-happen.ts";
import { letHappenAt } from "../control/running-panel.ts";
import { openPanel, type PanelFileOptions } from "./panel-file.ts";

/**
 * Lets something happen at the panel of a file. If the panel runs in another
 * process, it happens there; else the panel is started here for it.
 * @throws LockedError when a panel runs that takes no requests
 */
export async function doAtPanelFile(
	options: PanelFileOptions,
	step: string,
	showSecrets: boolean,
): Promise<StepReport> {
	const owner = await lockOwner(options.file);
	if (owner !== null && owner.control !== null)
		return await letHappenAt(owner.control, step, showSecrets);
	const panel = await openPanel(options);
	try {
		return await letHappen(panel, step, showSecrets);
	} finally {
		await panel.close();
	}
}
