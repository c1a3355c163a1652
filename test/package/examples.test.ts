import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import process from "node:process";
import { expect, test } from "vitest";

/*
 * The examples do what they say, with the built package, by the very commands
 * that their page names.
 */

const page = readFileSync("examples/README.md", "utf8");
const commands = Array.from(
	page.matchAll(/\]\(([\w.-]+)\) \| `([^`]+)`/g),
	([, file, command]) => [String(file), String(command)] as const,
);

test("there is one for vitest, one for node:test and a plain script", () => {
	expect(commands.map(([file]) => file)).toEqual([
		"panel.node-test.mjs",
		"panel.test.mjs",
		"fixture.test.mjs",
		"corpus.mjs",
	]);
});

test("the Python client tests a panel, by pytest and without it", () => {
	const environment = {
		...process.env,
		// As examples/README.md has it.
		ALARMPANEL: "node dist/alarmpanel.js",
		PYTHONDONTWRITEBYTECODE: "1",
	};
	const options = { encoding: "utf8", env: environment } as const;
	const alone = spawnSync("python3", ["-c", WITHOUT_PYTEST], options);
	expect([alone.status, alone.stderr]).toEqual([0, ""]);
	const hasPytest =
		spawnSync("python3", ["-m", "pytest", "--version"]).status === 0;
	if (!hasPytest && process.env.CI === undefined) return;
	const tested = spawnSync(
		"python3",
		["-m", "pytest", "-q", "-p", "no:cacheprovider", "examples"],
		options,
	);
	expect([tested.status, tested.stdout]).toEqual([
		0,
		expect.stringContaining("2 passed"),
	]);
});

test("the Python client ends the server that another program started for it", async () => {
	const script = `
import sys
sys.path.insert(0, "examples")
from alarmpanel_client import Server
with Server.start(["sh", "-c", 'node dist/alarmpanel.js "$@"; exit $?', "sh"]) as server:
    print(server.address, end="")
`;
	const { stdout, stderr } = spawnSync("python3", ["-c", script], {
		encoding: "utf8",
		env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" },
	});
	expect([stdout, stderr]).toEqual([
		expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
		"",
	]);
	// It has what it needs to end, and is not waited for.
	await expect
		.poll(() => fetch(stdout).catch(() => "gone"), { timeout: 10_000 })
		.toBe("gone");
});

/** What the fixtures do, for a Python that has only its standard library. */
const WITHOUT_PYTEST = `
import os, shlex, sys
sys.path.insert(0, "examples")
from alarmpanel_client import Server
import test_panel
with Server.start(shlex.split(os.environ["ALARMPANEL"])) as server:
    for name in dir(test_panel):
        if name.startswith("test_"):
            panel = server.panel()
            getattr(test_panel, name)(panel)
            panel.delete()
`;

test.each(commands)("%s runs", (_, command) => {
	const { status, stdout, stderr } = spawnSync(command, {
		shell: true,
		encoding: "utf8",
		env: { ...process.env, NO_COLOR: "1" },
	});
	expect([status, status === 0 ? "" : stdout + stderr]).toEqual([0, ""]);
});
