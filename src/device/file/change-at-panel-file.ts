import { numberingOf } from "../../firmware/answer/numbering.ts";
import type { PanelState } from "../../panel/state/state.ts";
import {
	type Changed,
	changeRemote,
	type RemoteChange,
} from "../control/remote-change.ts";
import { changeRemoteAt } from "../control/running-panel.ts";
import { atPanelFile } from "./at-panel-file.ts";
import {
	type PanelFileOptions,
	type PanelOnFile,
	readPanel,
} from "./panel-file.ts";

/** What `wanted` may look at to decide on a change. */
export type PanelToChange = Pick<PanelOnFile, "state" | "numbering">;

export interface ChangedPanel<W> extends Changed {
	/** What `wanted` said. */
	readonly wanted: W;
	/** The panel's state after the change. */
	readonly state: PanelState;
}

/**
 * Changes the remote access of the panel of a file. If the panel runs in another
 * process, that one makes the change; else it is started here for the change.
 *
 * @param wanted says what to change; what it throws, this throws
 * @throws ConfigFileError when the file does not fit
 * @throws LockedError when a panel runs that takes no requests
 */
export async function changeAtPanelFile<
	W extends { readonly change: RemoteChange },
>(
	options: PanelFileOptions,
	wanted: (panel: PanelToChange) => W,
): Promise<ChangedPanel<W>> {
	const { file } = options;
	return await atPanelFile(options, {
		running: async (address) => {
			const asked = wanted(await readPanel(file));
			const changed = await changeRemoteAt(address, asked.change);
			const { state } = await readPanel(file);
			return { ...changed, wanted: asked, state };
		},
		started: async (panel) => {
			const { state } = panel;
			const numbering = await numberingOf(state.remote.country);
			const asked = wanted({ state, numbering });
			const changed = await changeRemote(panel, asked.change);
			return { ...changed, wanted: asked, state: panel.state };
		},
	});
}
