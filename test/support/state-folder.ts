/** What the verbs remember for their user is kept apart from the tester's own. */
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";

// See memory-disk.ts; os.tmpdir goes by it.
const folder = inject("temporaryFolder") ?? null;
if (folder !== null) process.env.TMPDIR = folder;

process.env.XDG_STATE_HOME ??= join(
	tmpdir(),
	`alarmpanel-test-state-${process.pid}`,
);
