/** Where the tests of the rooms and the laws keep files: in memory, where there is room. */
import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

/** Linux has a disk in memory here. */
const MEMORY = "/dev/shm";
/** Far more than is written at once; a container may have little. */
const ROOM = 2 ** 30;

declare module "vitest" {
	export interface ProvidedContext {
		/** Null where the machine's own folder is taken. */
		temporaryFolder: string | null;
	}
}

/**
 * The panel waits for the disk before it confirms, and the tests of the rooms and the
 * laws make it do so thousands of times. What survives a kill is tested on the disk, by
 * processes.
 */
export default function setup(project: TestProject): () => void {
	const folder = hasRoom() ? mkdtempSync(join(MEMORY, "alarmpanel-")) : null;
	project.provide("temporaryFolder", folder);
	return () => {
		if (folder !== null) rmSync(folder, { recursive: true, force: true });
	};
}

function hasRoom(): boolean {
	try {
		const { bavail, bsize } = statfsSync(MEMORY);
		return bavail * bsize > ROOM;
	} catch {
		return false;
	}
}
