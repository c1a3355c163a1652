import { link, open, rename, rm, stat, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { stopwatch } from "../time/stopwatch.ts";
import { targetOf } from "./durable-file.ts";
import { codeOf } from "./system-error.ts";
import { withTemporary } from "./temporary-file.ts";

/** The disk that a panel's file is on. */
export interface PanelDisk {
	/**
	 * Writes a file of its own, syncs it, renames it and removes it again.
	 * @param isWhole as long as the panel's file: a quota may have room for a line only
	 * @returns milliseconds that it took
	 * @throws what the system says
	 */
	probe(isWhole?: boolean): Promise<number>;
	/** What is left; null where the system does not tell. */
	room(): Promise<{ readonly bytes: number; readonly files: number } | null>;
}

/** The disk of a panel's file. */
export function panelDisk(file: string): PanelDisk {
	return {
		async probe(isWhole = false) {
			const began = stopwatch();
			const target = await targetOf(file);
			const length = isWhole
				? await stat(target).then(
						({ size }) => size,
						() => 0,
					)
				: 0;
			// The name is one that a panel removes should this process be killed.
			await withTemporary(target, async (temporary) => {
				await demandReplaceable(target, temporary);
				const renamed = temporary.replace(/\.tmp$/, "0.tmp");
				const handle = await open(temporary, "wx", 0o600);
				try {
					await handle.writeFile("alarmpanel\n".padStart(length));
					await handle.sync();
				} finally {
					await handle.close();
				}
				await rename(temporary, renamed);
				await rm(renamed);
			});
			return stopwatch() - began;
		},
		async room() {
			try {
				const folder = dirname(await targetOf(file));
				const { bavail, bsize, ffree, files } = await statfs(folder);
				// Some file systems count no files.
				const left = files === 0 ? Number.MAX_SAFE_INTEGER : ffree;
				return { bytes: bavail * bsize, files: left };
			} catch {
				return null;
			}
		},
	};
}

/**
 * Whether a file can be replaced that is there. One that is a mount of its own takes
 * no new file in its place, and no second name.
 */
async function demandReplaceable(
	target: string,
	temporary: string,
): Promise<void> {
	try {
		await link(target, temporary);
	} catch (error) {
		if (codeOf(error) === "EXDEV") throw error;
		// It is not there yet, or the disk knows no second names.
		return;
	}
	await rm(temporary);
}
