import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { COMMAND } from "../support/command-line.ts";

/*
 * What the documents show is what happens. Each section's console blocks are
 * typed into a shell in an empty folder, and stdout and stderr together have to
 * be what stands there.
 */

const folder = mkdtempSync(join(tmpdir(), "alarmpanel-readme-"));
const shim = join(folder, "alarmpanel");
writeFileSync(
	shim,
	`#!/bin/sh\nexec "${process.execPath}" "${COMMAND}" "$@"\n`,
);
chmodSync(shim, 0o755);

test.each([
	...sections("README.md"),
	...sections("docs/people.md"),
	...sections("docs/sites.md"),
	...sections("docs/doctor.md"),
])("%s: %s", (_, __, { blocks, config }) => {
	let cwd = mkdtempSync(join(folder, "section-"));
	if (config !== null) writeFileSync(join(cwd, "panel-config.json"), config);
	for (const { command, output } of blocks) {
		const typed = inShell(command, cwd);
		({ cwd } = typed);
		const { stdout } = typed;
		expect(`$ ${command}\n${stdout}`).toBe(`$ ${command}\n${output}`);
	}
});

test("README.md: what is typed to own a panel leaves a fresh clone as it was", () => {
	const clone = join(folder, "clone");
	spawnSync("git", ["clone", "--quiet", ".", clone]);
	writeFileSync(join(clone, ".gitignore"), readFileSync(".gitignore"));
	spawnSync("git", [
		"-C",
		clone,
		"update-index",
		"--assume-unchanged",
		".gitignore",
	]);
	const own = sections("README.md").find(([, head]) => head === "Own one");
	let cwd = clone;
	for (const { command } of own?.[2].blocks ?? [])
		({ cwd } = inShell(command, cwd));
	expect(cwd).toBe(join(clone, "house"));
	const status = spawnSync("git", ["-C", clone, "status", "--porcelain"], {
		encoding: "utf8",
	});
	expect([status.stdout, status.stderr, status.status]).toEqual(["", "", 0]);
});

test("README.md: the library does what its example says", async () => {
	const example = /```ts\n(.*?)```/s.exec(
		readFileSync("README.md", "utf8"),
	)?.[1];
	const file = join(folder, "example.mjs");
	const library = join(import.meta.dirname, "../../dist/index.js");
	const comments = [...(example ?? "").matchAll(/; \/\/ (.*)/g)];
	expect(comments.map(([, comment]) => comment)).toEqual([
		'{ reply: "MODE:OK", accepted: true, … }',
		'"away"',
	]);
	writeFileSync(
		file,
		(example ?? "")
			.replace('"alarmpanel"', JSON.stringify(library))
			.replace(
				"await panel.text",
				"const { reply, accepted } = await panel.text",
			)
			.replace(
				/^panel\.snapshot.*$/m,
				"console.log(reply, accepted, panel.snapshot().runtime.mode);",
			),
	);
	const { stdout, stderr } = spawnSync(process.execPath, [file], {
		encoding: "utf8",
	});
	expect([stdout, stderr]).toEqual(["MODE:OK true away\n", ""]);
});

// Helpers

/** What a command prints, and in which folder it leaves the shell. */
function inShell(command: string, cwd: string) {
	const { stdout, output } = spawnSync(
		"bash",
		["-c", `{ ${command}\n} 2>&1\npwd >&3`],
		{
			cwd,
			stdio: ["pipe", "pipe", "pipe", "pipe"],
			encoding: "utf8",
			env: {
				...process.env,
				NO_COLOR: "1",
				TZ: "Europe/Paris",
				PATH: `${folder}${delimiter}${process.env.PATH}`,
			},
		},
	);
	return { stdout, cwd: String(output[3]).trim() };
}

interface Block {
	readonly command: string;
	readonly output: string;
}

interface Section {
	readonly blocks: readonly Block[];
	/** The panel's file that the document shows; null for none. */
	readonly config: string | null;
}

/** Sections that have console blocks, each with its commands in order. */
function sections(
	file: string,
): readonly (readonly [file: string, head: string, section: Section])[] {
	const text = readFileSync(file, "utf8");
	const config = /```json\n(.*?)```/s.exec(text)?.[1] ?? null;
	return text
		.split(/^## /m)
		.slice(1)
		.map((section) => {
			const blocks = [...section.matchAll(/```console\n(.*?)```/gs)].flatMap(
				([, block = ""]) =>
					block
						.split(/^\$ /m)
						.slice(1)
						.map((entry) => {
							const [command = "", ...output] = entry.split("\n");
							return { command, output: output.join("\n") };
						}),
			);
			const head = section.split("\n")[0] ?? "";
			return [file, head, { blocks, config }] as const;
		})
		.filter(([, , { blocks }]) => blocks.length > 0);
}
