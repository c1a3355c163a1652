import { lockOwner } from "../store/lock.ts";
import {
	openPanel,
	type PanelFileOptions,
	type PanelOnFile,
	readPanel,
} from "./panel-file.ts";
import {
	type Changed,
	changeRemote,
	type RemoteChange,
} from "./remote-change.ts";
import { changeRemoteAt } from "./running-panel.ts";

/**
 * Changes the remote access of the panel of a file: of the one that runs, where
 * one does and can be spoken to, else of one that is started for it.
 *
 * @throws ConfigFileError when the file does not fit
 * @throws LockedError when a panel runs that cannot be spoken to
 * @returns the panel as it is afterwards, where the change was not refused
 */
export async function changeAtPanelFile(
	options: PanelFileOptions,
	change: RemoteChange,
): Promise<Changed & { readonly panel: PanelOnFile }> {
	const { file } = options;
	const changed = await made(options, change);
	return { ...changed, panel: await readPanel(file) };
}

async function made(
	options: PanelFileOptions,
	change: RemoteChange,
): Promise<Changed> {
	const owner = await lockOwner(options.file);
	if (owner !== null && owner.control !== null)
		return await changeRemoteAt(owner.control, change);
	const panel = await openPanel(options);
	try {
		return await changeRemote(panel, change);
	} finally {
		await panel.close();
	}
}
