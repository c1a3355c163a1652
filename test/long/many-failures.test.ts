import { spawnSync } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { COMMAND } from "../support/command-line.ts";
import { failingLine } from "../support/failing-lines.ts";
import { temporaryFolder } from "../support/folder.ts";

/* 100,000 failures of seven causes, in every reporter, in little memory. */

const COUNT = 100_000;
const RSS = /peak ([0-9]+)/;
/** Says on stderr how much memory the process took at most, in KiB. */
const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(
	'import{isMainThread}from"node:worker_threads";if(isMainThread)process.on("exit",()=>console.error("peak",process.resourceUsage().maxRSS))',
)}`;

test("100,000 failures are seven groups, and take hardly more memory than none", async () => {
	const folder = await temporaryFolder();
	const wrong = join(folder, "wrong.jsonl");
	const right = join(folder, "right.jsonl");
	for (let at = 0; at < COUNT; at += 1000) {
		const lines = Array.from({ length: 1000 }, (_, more) =>
			failingLine(at + more),
		).join("");
		appendFileSync(wrong, lines);
		appendFileSync(right, lines.replace(/nothing of kind \d/g, "ECHO:OK"));
	}
	const peak = (corpus: string, ...options: readonly string[]) => {
		const { status, stderr } = spawnSync(
			process.execPath,
			[COMMAND, "replay", corpus, ...options],
			{
				...{
					cwd: folder,
					encoding: "utf8",
					stdio: ["ignore", "ignore", "pipe"],
				},
				env: { ...process.env, NODE_OPTIONS },
			},
		);
		expect(status).toBe(corpus === wrong ? 4 : 0);
		return Number(RSS.exec(stderr)?.[1]);
	};
	const reporters = ["pretty", "tap", "json", "github", "html", "junit"];
	for (const name of reporters) {
		const path = `report.${name}`;
		const options = [`--reporter=${name}:${path}`, "--junit-size=5000"];
		const green = peak(right, ...options);
		const red = peak(wrong, ...options);
		console.log(`${name}: ${(red / green).toFixed(2)} times the memory`);
		expect(red / green, name).toBeLessThan(1.2);
		expect(groupsIn(folder, path)).toBe(7);
	}
	expect(statSync(join(folder, "report.html")).size).toBeLessThan(2e6);
});

/** The causes that a report names. */
function groupsIn(folder: string, path: string): number {
	const found = new Set<string>();
	for (const name of readdirSync(folder)) {
		if (
			!name.startsWith(path.replace(/\..*/, "")) ||
			!name.includes(path.split(".")[1] ?? "")
		)
			continue;
		const text = readFileSync(join(folder, name), "utf8");
		for (const [kind] of text.matchAll(/nothing of kind \d/g)) found.add(kind);
	}
	return found.size;
}
