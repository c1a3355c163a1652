import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * All that a run of tests writes lies in one folder, which goes with it. Its name is
 * short, since sockets lie below it.
 */
export default function temporaryFolder(): () => void {
	const folder = mkdtempSync(join(tmpdir(), "ap-"));
	process.env.TMPDIR = folder;
	return () => rmSync(folder, { recursive: true, force: true });
}
