import { execFile, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { COMMAND, Shell } from "../support/command-line.ts";
import { temporaryFolder } from "../support/folder.ts";

test("a second run on a file names the owner; texts reach the first; the lock goes with its owner", async () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const first = spawn(process.execPath, [COMMAND, "run"], {
		cwd: shell.folder,
		stdio: ["pipe", "pipe", "ignore"],
	});
	first.stdin.write("PROG 7982 ECHO:\n");
	await once(first.stdout, "data");

	const { status, stdout, stderr } = shell.run(["run"]);
	expect([status, stdout]).toEqual([3, ""]);
	expect(stderr).toMatch(
		new RegExp(
			`^alarmpanel: panel-config.json is in use by alarmpanel run, process ${first.pid} since \\S+\n$`,
		),
	);
	expect(shell.run(["text", "PROG 7982 USRS:1,4321"]).stdout).toBe("USRS:OK\n");
	// A running panel has its own time.
	const at = ["--at", "2030-01-01T00:00:00Z"];
	expect(shell.run(["text", "PROG 7982 ECHO:", ...at]).status).toBe(3);
	expect(shell.run(["status"]).status).toBe(0);

	first.stdin.end();
	await once(first, "exit");
	expect(existsSync(shell.path("panel-config.json.lock"))).toBe(false);
});

test("the lock of a dead owner is taken over", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	writeFileSync(shell.path("panel-config.json.lock"), "");
	expect(shell.run(["text", "PROG 7982 ECHO:"]).stdout).toBe("ECHO:OK\n");
});

test("the lock goes with the process that ends without releasing it", async () => {
	const folder = await temporaryFolder();
	const script = join(folder, "holder.mts");
	const module = new URL("../../src/store/lock.ts", import.meta.url);
	await writeFile(
		script,
		`import { existsSync } from "node:fs";
import { acquireLock } from ${JSON.stringify(module.href)};
await acquireLock("file.json", { command: "holder", started: 0 });
console.log(existsSync("file.json.lock"));
`,
	);
	const { stdout } = await promisify(execFile)(
		process.execPath,
		["--import", import.meta.resolve("tsx"), script],
		{ cwd: folder },
	);
	expect(stdout).toBe("true\n");
	expect(await readdir(folder)).toEqual(["holder.mts"]);
});

test("texts that are sent at the same instant are all answered", async () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const running = [3, 4, 5, 6, 7, 8].map((user) =>
		shell.start(["text", `PROG 7982 USRS:${user},900${user},U${user},1`]),
	);
	const ended = await Promise.all(running.map((each) => each.ended));
	expect(ended.map(({ status, stdout }) => [status, stdout])).toEqual(
		running.map(() => [0, "USRS:OK\n"]),
	);
	const { users } = shell.json("config", "show") as { users: { id: number }[] };
	expect(users.map(({ id }) => id)).toEqual([1, 3, 4, 5, 6, 7, 8]);
});

test("init leaves a panel alone that runs, and a schema's name that is somebody's", async () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const serve = shell.start(["serve"]);
	await serve.until("channel seed");
	expect(shell.run(["config", "init", "--force"])).toEqual({
		status: 3,
		stdout: "",
		stderr: expect.stringContaining("is in use by alarmpanel serve"),
	});
	serve.child.kill("SIGTERM");
	await serve.ended;

	writeFileSync(shell.path("my.schema.json"), '{"mine": 1}');
	expect(shell.run(["config", "init", "--config", "my.json"])).toEqual({
		status: 3,
		stdout: "",
		stderr:
			"alarmpanel: my.schema.json cannot be written: it exists, and is no schema of a panel; move it away\n",
	});
	expect(existsSync(shell.path("my.json"))).toBe(false);
});

test("a pipe as the panel's file, or as its lock, is refused at once", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	spawnSync("mkfifo", [shell.path("pipe.json")]);
	expect(shell.run(["status", "--config", "pipe.json"])).toEqual({
		status: 2,
		stdout: "",
		stderr: "alarmpanel: pipe.json: it cannot be read: it is no regular file\n",
	});
	spawnSync("mkfifo", [shell.path("panel-config.json.lock")]);
	expect(shell.run(["text", "PROG 7982 ECHO:"])).toEqual({
		status: 3,
		stdout: "",
		stderr:
			"alarmpanel: panel-config.json.lock cannot be written: it is no regular file\n",
	});
});
