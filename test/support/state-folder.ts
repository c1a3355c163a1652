/** What the verbs remember for their user is kept apart from the tester's own. */
import { tmpdir } from "node:os";
import { join } from "node:path";

process.env.XDG_STATE_HOME ??= join(
	tmpdir(),
	`alarmpanel-test-state-${process.pid}`,
);
