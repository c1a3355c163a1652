import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { seededRandom } from "../../src/time/seeded-random.ts";
import { COMMAND, Shell } from "../support/command-line.ts";

const KILLS = 100;
const SEED = 1;

/** Commands that write over files of the user's, each with another result at every call. */
const writers: readonly (readonly [string, (call: number) => string[]])[] = [
	[
		"config init --force",
		(call) => ["config", "init", "--force", "--model", models[call % 2] ?? ""],
	],
	["text", (call) => ["text", `PROG 7982 USRS:1,${1000 + (call % 9000)}`]],
	[
		"people add",
		(call) => ["people", "add", `+3361234${1000 + call}`, "--name", `P${call}`],
	],
];
const models = ["vst-2752", "mz-8"];

test.each(writers)(
	"%s, killed at random a hundred times, leaves the old file or the new one",
	async (_, args) => {
		const shell = new Shell();
		shell.run(["config", "init"]);
		const random = seededRandom(SEED);
		const started = performance.now();
		shell.run(args(0));
		const whole = performance.now() - started;
		for (let kill = 1; kill <= KILLS; kill += 1) {
			const child = spawn(process.execPath, [COMMAND, ...args(kill)], {
				cwd: shell.folder,
				stdio: "ignore",
			});
			const exit = once(child, "exit");
			await pause(random() * whole * 1.2);
			child.kill("SIGKILL");
			await exit;
			for (const name of ["panel-config.json", "panel-config.schema.json"]) {
				const text = readFileSync(shell.path(name), "utf8");
				expect(text.endsWith("}\n")).toBe(true);
				JSON.parse(text);
			}
		}
		expect(shell.run(["config", "check"]).status).not.toBe(2);
		expect(shell.run(["text", "PROG 7982 ECHO:"]).status).not.toBe(3);
		expect(existsSync(shell.path("panel-config.json.lock"))).toBe(false);
	},
);

test("config init on a full disk leaves what was there", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const names = ["panel-config.json", "panel-config.schema.json"];
	const before = names.map((name) => readFileSync(shell.path(name), "utf8"));
	const full = [
		"-c",
		'ulimit -f 4; exec "$@"',
		"bash",
		process.execPath,
		COMMAND,
		"config",
		"init",
		"--force",
		"--model",
		"mz-8",
	];
	const child = spawnSync("bash", full, {
		cwd: shell.folder,
		encoding: "utf8",
	});
	expect(child.status).toBe(3);
	expect(child.stderr).toContain("cannot be written");
	const [config, schema] = names.map((name) =>
		readFileSync(shell.path(name), "utf8"),
	);
	expect(schema).toBe(before[1]);
	// A file that fits on the disk is the new one; none is a part of it.
	expect(["vst-2752", "mz-8"]).toContain(JSON.parse(config ?? "").model);
});
