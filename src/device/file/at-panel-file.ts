import { LockedError, lockOwner } from "../../store/lock.ts";
import { systemClock as clock } from "../../time/system-clock.ts";
import { wait } from "../../time/wait.ts";
import type { Panel } from "../panel.ts";
import { openPanel, type PanelFileOptions } from "./panel-file.ts";

/** How long a command waits for others that use the panel's file, in milliseconds. */
const PATIENCE = 5000;
const BETWEEN_TRIES = 50;

/** How something is done at a panel that runs, and at one that is started for it. */
export interface AtPanel<T> {
	/** @param address where the panel takes requests; null: this is only done at a panel in this process */
	readonly running: ((address: string) => Promise<T>) | null;
	readonly started: (panel: Panel) => Promise<T>;
}

/**
 * Does something at the panel of a file: at the one that runs, else at one that is
 * started for it and closed afterwards. It waits a short time for another command
 * that uses the file.
 * @throws ConfigFileError when the file does not fit
 * @throws LockedError when a panel runs that takes no requests
 */
export async function atPanelFile<T>(
	options: PanelFileOptions,
	{ running, started }: AtPanel<T>,
): Promise<T> {
	const over = clock.now() + PATIENCE;
	for (;;) {
		const owner = await lockOwner(options.file);
		if (owner !== null && owner.control !== null && running !== null)
			return await running(owner.control);
		const panel = await openPanel(options).catch((error) => {
			const mayEnd =
				error instanceof LockedError &&
				(error.owner.control === null || running !== null);
			if (mayEnd && clock.now() < over) return null;
			throw error;
		});
		if (panel === null) {
			await wait(clock, BETWEEN_TRIES);
			continue;
		}
		try {
			return await started(panel);
		} finally {
			await panel.close();
		}
	}
}
