/** A process that saves until it is killed. */
import { configSchema } from "../../src/derive/config-schema.ts";
import { mz8 } from "../../src/models/mz-8.ts";
import { acquireLock } from "../../src/store/lock.ts";
import { lowdbStore } from "../../src/store/lowdb-store.ts";

/**
 * A process that saves one state after the other until it is killed, and says
 * on stdout which ones are durable. Run with the configuration file's name.
 */
const [, , file = ""] = process.argv;
await acquireLock(file, { command: "child-writer", started: 0 });
const store = lowdbStore(file, configSchema(mz8));
const state = await store.load();
for (
	let sequence = 1 + (state.runtime.log.at(-1)?.sequence ?? 0);
	;
	sequence += 1
) {
	const entry = {
		sequence,
		at: 0,
		event: "test",
		about: "",
		by: "test",
	} as const;
	const log = Array.from({ length: 250 }, () => entry);
	await store.save({ ...state, runtime: { ...state.runtime, log } });
	process.stdout.write(`${sequence}\n`);
}
