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
		"corpus.mjs",
	]);
});

test.each(commands)("%s runs", (_, command) => {
	const { status, stdout, stderr } = spawnSync(command, {
		shell: true,
		encoding: "utf8",
		env: { ...process.env, NO_COLOR: "1" },
	});
	expect([status, status === 0 ? "" : stdout + stderr]).toEqual([0, ""]);
});
