import type { ReceivedSms } from "../../firmware/answer/response.ts";
import type { Model } from "../../models/model.ts";
import { lockOwner } from "../../store/lock.ts";
import { type HandedOver, handOver } from "../control/hand-over.ts";
import { handOverTo } from "../control/running-panel.ts";
import { openPanel, type PanelFileOptions, readPanel } from "./panel-file.ts";

/**
 * Hands a text to the panel of a file: to the one that runs, where one does and
 * can be spoken to, else to one that is started for it.
 * @param now whether the panel's time is now; a running one has no other
 * @throws LockedError when one runs that cannot be spoken to, or not at that time
 */
export async function textPanelFile(
	options: PanelFileOptions,
	sms: ReceivedSms,
	showSecrets: boolean,
	now: boolean,
): Promise<HandedOver & { readonly model: Model }> {
	const { file } = options;
	const owner = await lockOwner(file);
	if (owner !== null && owner.control !== null && now) {
		const { model } = await readPanel(file);
		return { ...(await handOverTo(owner.control, sms, showSecrets)), model };
	}
	const panel = await openPanel(options);
	try {
		const { model } = panel;
		return { ...(await handOver(panel, sms, showSecrets)), model };
	} finally {
		await panel.close();
	}
}
