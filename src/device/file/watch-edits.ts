import { watch } from "node:fs";
import { basename, dirname } from "node:path";
import { ConfigFileError } from "../../store/config-file-error.ts";
import { targetOf } from "../../store/durable-file.ts";
import type { PanelFileStore } from "../../store/lowdb-store.ts";
import type { Clock } from "../../time/clock.ts";
import { wait } from "../../time/wait.ts";
import type { Panel } from "../panel.ts";
import { takenOver, whyNotTakenOver } from "./edit.ts";

/** An editor may write a file in several steps: milliseconds until it is looked at. */
const SETTLE = 300;
/** Milliseconds until an edit that does not fit is looked at once more. */
const SECOND_LOOK = 1500;

export interface EditWatch {
	/** The panel's file. */
	readonly file: string;
	readonly panel: Panel;
	readonly store: PanelFileStore;
	/** The one that editors go by: the machine's. */
	readonly clock: Clock;
	/** Told what became of an edit. */
	readonly tell: (remark: string) => void;
	readonly onTrouble: (error: unknown) => void;
}

/**
 * Takes over what somebody writes into the file of a running panel, or keeps it
 * under another name and says why.
 * @returns a function that ends it
 */
export async function watchEdits(
	options: EditWatch,
): Promise<() => Promise<void>> {
	const over = new AbortController();
	const { signal } = over;
	const { clock } = options;
	const target = await targetOf(options.file);
	let looking: Promise<void> | null = null;
	let isChanged = false;
	const lookOn = async () => {
		while (isChanged && !signal.aborted) {
			await wait(clock, SETTLE, signal);
			isChanged = false;
			await look(options, signal);
		}
		looking = null;
	};
	// The folder: a durable write replaces the file. Saves of the panel come here too.
	const watcher = watch(dirname(target), { persistent: false }, (_, name) => {
		if (name !== null && name !== basename(target)) return;
		isChanged = true;
		looking ??= lookOn();
	});
	// The panel goes on without: a save still keeps an edit.
	watcher.on("error", options.onTrouble);
	return async () => {
		over.abort();
		watcher.close();
		await looking;
	};
}

async function look(
	{ file, panel, store, clock, tell, onTrouble }: EditWatch,
	signal: AbortSignal,
): Promise<void> {
	try {
		if (!(await isWhole(store))) await wait(clock, SECOND_LOOK, signal);
		if (signal.aborted) return;
		const name = basename(file);
		let isTaken = false;
		await panel.replaceState(async (present) => {
			try {
				const edit = await store.edited();
				if (edit === null) return null;
				const next = takenOver(present, edit.state);
				store.demandFit(next);
				const reason = whyNotTakenOver(present, edit.state);
				if (reason === null) {
					edit.accept();
					isTaken = true;
					return next;
				}
				tell(`${name} was edited; the edit is not taken over: ${reason}`);
			} catch (error) {
				if (!(error instanceof ConfigFileError)) throw error;
				tell(
					`${name} was edited; the edit is not taken over: ${error.message}`,
				);
			}
			// Saving keeps the edit under another name.
			await store.save(present);
			return null;
		});
		if (isTaken) tell(`${name} was edited; the panel has taken the edit over`);
	} catch (error) {
		onTrouble(error);
	}
}

/** Whether an edit fits; also where there is none. */
async function isWhole(store: PanelFileStore): Promise<boolean> {
	try {
		await store.edited();
		return true;
	} catch (error) {
		if (error instanceof ConfigFileError) return false;
		throw error;
	}
}
