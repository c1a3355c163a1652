import type { ReceivedSms } from "../../firmware/answer/response.ts";
import type { Model } from "../../models/model.ts";
import { textRunningPanel } from "../control/running-panel.ts";
import { type TextResult, textPanel } from "../control/text-panel.ts";
import { atPanelFile } from "./at-panel-file.ts";
import { type PanelFileOptions, readPanel } from "./panel-file.ts";

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
	return await atPanelFile(options, {
		running: now
			? async (address) => {
					const { model } = await readPanel(options.file);
					const result = await textRunningPanel(address, sms, showSecrets);
					return { ...result, model };
				}
			: null,
		started: async (panel) => {
			const { model } = panel;
			return { ...(await textPanel(panel, sms, showSecrets)), model };
		},
	});
}
