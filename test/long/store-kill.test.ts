import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { configSchema } from "../../src/derive/config-schema.ts";
import { mz8 } from "../../src/models/mz-8.ts";
import { writeFactoryConfig } from "../../src/store/factory-config.ts";
import { acquireLock, lockOwner } from "../../src/store/lock.ts";
import { lowdbStore } from "../../src/store/lowdb-store.ts";
import { bundled } from "../support/bundled.ts";
import { temporaryFolder } from "../support/folder.ts";

const KILLS = 100;
const childWriter = new URL("../support/child-writer.ts", import.meta.url);

test("a process that is killed while it writes loses nothing that it called durable", async () => {
	const writer = await bundled(childWriter, await temporaryFolder());
	const folder = await temporaryFolder();
	const file = join(folder, "panel-config.json");
	const schema = configSchema(mz8);
	await writeFactoryConfig(file, mz8, false);
	for (let kill = 1; kill <= KILLS; kill += 1) {
		const durable = await writtenUntilKilled(
			writer,
			file,
			1 + ((kill * 7) % 23),
		);
		const state = await lowdbStore(file, schema).load();
		const found = state.runtime.log.at(-1)?.sequence ?? 0;
		// At most the one write that was under way is there in addition.
		expect([durable, durable + 1]).toContain(found);
		expect(state.runtime.log).toHaveLength(250);
		expect(await lockOwner(file)).toBeNull();
	}
	const lock = await acquireLock(file, { command: "test", started: 0 });
	const store = lowdbStore(file, schema);
	await store.save(await store.load());
	await lock.release();
	expect(await readdir(folder)).toEqual(["panel-config.json"]);
});

/** The last state that a process called durable before it was killed. */
async function writtenUntilKilled(
	writer: string,
	file: string,
	writes: number,
): Promise<number> {
	const child = spawn(process.execPath, [writer, file], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	const exit = once(child, "exit");
	let last = 0;
	let seen = 0;
	for await (const line of createInterface(child.stdout)) {
		last = Number(line);
		seen += 1;
		if (seen === writes) child.kill("SIGKILL");
	}
	expect(await exit).toEqual([null, "SIGKILL"]);
	return last;
}
