/** A folder that is removed when the test is over. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/**
 * A new folder that is removed when the test is over.
 * @param atEnd what tests that run at the same time are handed for themselves
 */
export async function temporaryFolder(
	atEnd: typeof onTestFinished = onTestFinished,
): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "alarmpanel-"));
	atEnd(() => rm(folder, { recursive: true, force: true }));
	return folder;
}
