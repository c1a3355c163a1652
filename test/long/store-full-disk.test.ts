import { execFile } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { mz8 } from "../../src/models/mz-8.ts";
import { writeFactoryConfig } from "../../src/store/factory-config.ts";
import { temporaryFolder } from "../support/folder.ts";

test.skipIf(process.platform === "win32")(
	"a file that grows over what the disk gives is refused, and the old one stays",
	async () => {
		const folder = await temporaryFolder();
		const file = join(folder, "panel-config.json");
		await writeFactoryConfig(file, mz8, false);
		const before = await readFile(file, "utf8");
		const script = join(folder, "writer.mts");
		const source = (path: string) =>
			JSON.stringify(new URL(`../../src/${path}`, import.meta.url).href);
		await writeFile(
			script,
			`import { configSchema } from ${source("derive/config-schema.ts")};
import { mz8 } from ${source("models/mz-8.ts")};
import { lowdbStore } from ${source("store/lowdb-store.ts")};
const store = lowdbStore("panel-config.json", configSchema(mz8));
const state = await store.load();
const entry = { sequence: 1, at: 0, event: "test", about: "e".repeat(9999), by: "" };
const log = Array.from({ length: 99 }, () => entry);
await store.save({ ...state, runtime: { ...state.runtime, log } }).catch((error) => console.log(error.message));
`,
		);
		// The shell's limit is in blocks of 1024 bytes; beyond it write(2) fails as on a full disk.
		const { stdout } = await promisify(execFile)(
			"bash",
			["-c", 'ulimit -f 300; TSX_DISABLE_CACHE=1 exec "$@"', "bash"].concat(
				process.execPath,
				"--import",
				import.meta.resolve("tsx"),
				script,
			),
			{ cwd: folder },
		);
		expect(stdout).toBe(
			"panel-config.json cannot be written: the file would be too large (EFBIG)\n",
		);
		expect(await readFile(file, "utf8")).toBe(before);
		expect((await readdir(folder)).sort()).toEqual([
			"panel-config.json",
			"writer.mts",
		]);
	},
);

test.skipIf(process.platform === "win32")(
	"a disk that takes a line and no panel's file is found by a probe of its length, which leaves nothing",
	async () => {
		const folder = await temporaryFolder();
		await writeFactoryConfig(join(folder, "panel-config.json"), mz8, false);
		const script = join(folder, "prober.mts");
		const disk = JSON.stringify(
			new URL("../../src/store/panel-disk.ts", import.meta.url).href,
		);
		await writeFile(
			script,
			`import { panelDisk } from ${disk};
const disk = panelDisk("panel-config.json");
for (const isWhole of [false, true])
	await disk.probe(isWhole).then(() => console.log("written"), ({ code }) => console.log(code));
`,
		);
		// 1024 octets; a factory's file has more.
		const { stdout } = await promisify(execFile)(
			"bash",
			["-c", 'ulimit -f 1; TSX_DISABLE_CACHE=1 exec "$@"', "bash"].concat(
				process.execPath,
				"--import",
				import.meta.resolve("tsx"),
				script,
			),
			{ cwd: folder },
		);
		expect(stdout).toBe("written\nEFBIG\n");
		expect((await readdir(folder)).sort()).toEqual([
			"panel-config.json",
			"prober.mts",
		]);
	},
);
