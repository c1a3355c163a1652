import { lockOwner } from "../../store/lock.ts";
import {
	type ChangedSetting,
	changeSetting,
	type WantedSetting,
} from "../control/change-setting.ts";
import { changeSettingAt } from "../control/running-panel.ts";
import { openPanel, type PanelFileOptions } from "./panel-file.ts";

/**
 * Changes one setting of the panel of a file: of the one that runs, where one
 * does and can be spoken to, else of one that is started for it.
 * @throws LockedError when one runs that cannot be spoken to
 */
export async function setAtPanelFile(
	options: PanelFileOptions,
	wanted: WantedSetting,
): Promise<ChangedSetting> {
	const owner = await lockOwner(options.file);
	if (owner !== null && owner.control !== null)
		return await changeSettingAt(owner.control, wanted);
	const panel = await openPanel(options);
	try {
		return await changeSetting(panel, wanted);
	} finally {
		await panel.close();
	}
}
