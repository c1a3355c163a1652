import { numberingOf } from "../../firmware/answer/numbering.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { lockOwner } from "../../store/lock.ts";
import {
	type Changed,
	changeRemote,
	type RemoteChange,
} from "../control/remote-change.ts";
import { changeRemoteAt } from "../control/running-panel.ts";
import {
	openPanel,
	type PanelFileOptions,
	type PanelOnFile,
	readPanel,
} from "./panel-file.ts";

/** What a change is decided by. */
export type PanelToChange = Pick<PanelOnFile, "state" | "numbering">;

export interface ChangedPanel<W> extends Changed {
	/** What was wanted of the panel as it was. */
	readonly wanted: W;
	/** The panel as it is afterwards. */
	readonly state: PanelState;
}

/**
 * Changes the remote access of the panel of a file: of the one that runs, where
 * one does and can be spoken to, else of one that is started for it. The file is
 * read once; beside a running panel a second time, to see what that has written.
 *
 * @param wanted says what is to be changed; what it throws, this throws
 * @throws ConfigFileError when the file does not fit
 * @throws LockedError when a panel runs that cannot be spoken to
 */
export async function changeAtPanelFile<
	W extends { readonly change: RemoteChange },
>(
	options: PanelFileOptions,
	wanted: (panel: PanelToChange) => W,
): Promise<ChangedPanel<W>> {
	const { file } = options;
	const owner = await lockOwner(file);
	if (owner !== null && owner.control !== null) {
		const asked = wanted(await readPanel(file));
		const changed = await changeRemoteAt(owner.control, asked.change);
		const { state } = await readPanel(file);
		return { ...changed, wanted: asked, state };
	}
	const panel = await openPanel(options);
	try {
		const { state } = panel;
		const numbering = await numberingOf(state.remote.country);
		const asked = wanted({ state, numbering });
		const changed = await changeRemote(panel, asked.change);
		return { ...changed, wanted: asked, state: panel.state };
	} finally {
		await panel.close();
	}
}
