import type { ReceivedSms } from "../../firmware/answer/response.ts";
import type { Model } from "../../models/model.ts";
import { lockOwner } from "../../store/lock.ts";
import { textRunningPanel } from "../control/running-panel.ts";
import { type TextResult, textPanel } from "../control/text-panel.ts";
import { openPanel, type PanelFileOptions, readPanel } from "./panel-file.ts";

/**
 * Texts the panel of a file. If the panel runs in another process, that one
 * answers; else it is started here for the text.
 * @param now whether the panel's time is now; a running panel has no other
 * @throws LockedError when a panel runs that takes no requests, or `now` is false
 */
export async function textPanelFile(
	options: PanelFileOptions,
	sms: ReceivedSms,
	showSecrets: boolean,
	now: boolean,
): Promise<TextResult & { readonly model: Model }> {
	const { file } = options;
	const owner = await lockOwner(file);
	if (owner !== null && owner.control !== null && now) {
		const { model } = await readPanel(file);
		return {
			...(await textRunningPanel(owner.control, sms, showSecrets)),
			model,
		};
	}
	const panel = await openPanel(options);
	try {
		const { model } = panel;
		return { ...(await textPanel(panel, sms, showSecrets)), model };
	} finally {
		await panel.close();
	}
}
