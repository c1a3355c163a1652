/** A folder that is removed when the test is over. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A new folder that is removed when the test is over. */
export async function temporaryFolder(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "alarmpanel-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	return folder;
}
