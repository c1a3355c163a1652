import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

/** A report that is whole, by the end of its name. */
const isWhole: Readonly<Record<string, (text: string) => boolean>> = {
	"r.xml": (text) => text.trimEnd().endsWith("</testsuites>"),
	"r.json": isJson,
	"c.json": isJson,
};
const reports = Object.keys(isWhole);

/** A corpus whose replay writes three files. */
function replaying(shell: Shell, conversations: number): string[] {
	const corpus = Array.from(
		{ length: conversations },
		(_, at) => `id c${at}\n> PROG 7982 ECHO:\n< ECHO:NO\n\n`,
	);
	writeFileSync(shell.path("c.smst"), corpus.join(""));
	return [
		...["replay", "c.smst", "--coverage-json", "c.json"],
		...["--reporter", "junit:r.xml", "--reporter", "json:r.json"],
	];
}

test("replay, killed at random a hundred times, leaves each report as it was or whole", async () => {
	const shell = new Shell();
	const args = replaying(shell, 300);
	const random = seededRandom(SEED);
	const started = performance.now();
	expect(shell.run(args).status).toBe(4);
	const whole = performance.now() - started;
	for (let kill = 1; kill <= KILLS; kill += 1) {
		const child = spawn(process.execPath, [COMMAND, ...args], {
			cwd: shell.folder,
			stdio: "ignore",
		});
		const exit = once(child, "exit");
		// Most of them near the end, where they are written.
		await pause(whole * (1.1 - 0.6 * random() ** 2));
		child.kill("SIGKILL");
		await exit;
		const torn = reports.filter(
			(name) => !isWhole[name]?.(readFileSync(shell.path(name), "utf8")),
		);
		expect(torn).toEqual([]);
	}
});

test("run --record, killed at random a hundred times, leaves whole steps that hold", async () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const texts = Array.from(
		{ length: 100 },
		(_, at) => `PROG 7982 USRS:2,${1000 + at},ANNA\n`,
	).join("");
	const args = ["run", "--record", "evening.smst"];
	const random = seededRandom(SEED);
	const started = performance.now();
	expect(shell.run(args, texts).status).toBe(0);
	const whole = performance.now() - started;
	for (let kill = 1; kill <= KILLS; kill += 1) {
		rmSync(shell.path("evening.smst"), { force: true });
		rmSync(shell.path("evening-config.json"), { force: true });
		const child = spawn(process.execPath, [COMMAND, ...args], {
			cwd: shell.folder,
			stdio: ["pipe", "ignore", "ignore"],
		});
		// It may be killed before it has read all.
		child.stdin.on("error", () => {});
		child.stdin.end(texts);
		const exit = once(child, "exit");
		await pause(whole * (0.2 + random()));
		child.kill("SIGKILL");
		await exit;
		const left = existsSync(shell.path("evening.smst"))
			? readFileSync(shell.path("evening.smst"), "utf8")
			: "";
		// What is typed and what is answered are one write.
		const lines = left.split("\n").slice(left === "" ? 0 : 5);
		expect(lines.at(-1)).toBe("");
		const told = lines.filter((line) => line.startsWith("> ")).length;
		expect(lines.filter((line) => line.startsWith("< "))).toHaveLength(told);
		if (kill % 10 === 0 && told > 0)
			expect(shell.run(["replay", "evening.smst"]).status).toBe(0);
	}
});

test("replay on a full disk leaves the reports that were there, and says why", () => {
	const shell = new Shell();
	expect(shell.run(replaying(shell, 1)).status).toBe(4);
	const before = reports.map((name) => readFileSync(shell.path(name), "utf8"));
	const args = replaying(shell, 300);
	const full = ["-c", 'ulimit -f 4; exec "$@"', "bash", process.execPath];
	const child = spawnSync("bash", [...full, COMMAND, ...args], {
		cwd: shell.folder,
		encoding: "utf8",
	});
	expect(child.status).toBe(3);
	expect(child.stderr).toMatch(/cannot (be written|write)/);
	expect(reports.map((name) => readFileSync(shell.path(name), "utf8"))).toEqual(
		[before[0], before[1], expect.any(String)],
	);
	expect(isJson(readFileSync(shell.path("c.json"), "utf8"))).toBe(true);
});

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

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
