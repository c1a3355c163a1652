import { spawnSync } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { expect } from "vitest";
import { clients, testWith } from "../clients/support/installed.ts";
import { COMMAND } from "../support/command-line.ts";
import { failingLine } from "../support/failing-lines.ts";
import { temporaryFolder } from "../support/folder.ts";

/*
 * 100,000 failures of seven causes take hardly more memory than where nothing fails,
 * with each reporter and with all of them, in one thread and in two.
 */

const COUNT = 100_000;
const REPORTERS = ["pretty", "tap", "json", "github", "html", "junit"];
const RSS = /peak ([0-9]+)/;
/**
 * The memory of a run, over that of a green one. When V8 collects is chance on a busy
 * machine: a pair above it is measured twice more.
 */
const MOST = 1.2;
/** Says on stderr how much memory the process took at most, in KiB. */
const SAYS_PEAK = `--import=data:text/javascript,${encodeURIComponent(
	'import{isMainThread}from"node:worker_threads";if(isMainThread)process.on("exit",()=>console.error("peak",process.resourceUsage().maxRSS))',
)}`;

testWith(
	[clients.chromium],
	"100,000 failures are seven groups in every report, in bounded memory",
	async () => {
		const { folder, peak } = await corpora();
		const all = [...REPORTERS.map((name) => [name]), REPORTERS];
		const runs = [
			...all.map((reporters) => ({ jobs: 1, reporters })),
			...[["pretty"], REPORTERS].map((reporters) => ({ jobs: 2, reporters })),
		];
		const times = runs.map(({ jobs, reporters }) => {
			const ratio = () =>
				(1 / peak("right.jsonl", 0, jobs, reporters)) *
				peak("wrong.jsonl", 4, jobs, reporters);
			const first = ratio();
			const ratios = first < MOST ? [first] : [first, ratio(), ratio()];
			return { run: `${jobs} ${reporters.join()}`, ratios };
		});
		console.log("memory of a green run, times:", times);
		for (const { run, ratios } of times)
			expect(Math.min(...ratios), run).toBeLessThan(MOST);
		expect(REPORTERS.map((name) => groupsIn(folder, `report.${name}`))).toEqual(
			REPORTERS.map(() => 7),
		);
		const page = join(folder, "report.html");
		expect(statSync(page).size).toBeLessThan(2e6);
		const text = await shownBy(page);
		expect(text).toContain("100000 of 100000 con");
		const groups = text.match(/expected < nothing of kind \d, got < ECHO:OK/g);
		expect(new Set(groups).size).toBe(7);
	},
);

/** What Chromium shows of a page. */
async function shownBy(page: string): Promise<string> {
	const browser = await chromium.launch({
		executablePath: "/usr/bin/chromium",
		args: ["--no-sandbox", "--disable-gpu"],
	});
	try {
		const opened = await browser.newPage();
		await opened.goto(pathToFileURL(page).href);
		return await opened.locator("body").innerText();
	} finally {
		await browser.close();
	}
}

async function corpora() {
	const folder = await temporaryFolder();
	for (let at = 0; at < COUNT; at += 1000) {
		const lines = Array.from({ length: 1000 }, (_, more) =>
			failingLine(at + more),
		).join("");
		appendFileSync(join(folder, "wrong.jsonl"), lines);
		const right = lines.replace(/nothing of kind \d/g, "ECHO:OK");
		appendFileSync(join(folder, "right.jsonl"), right);
	}
	const peak = (
		corpus: string,
		code: number,
		jobs: number,
		reporters: readonly string[],
	) => {
		const { status, stderr } = spawnSync(
			process.execPath,
			[
				...[COMMAND, "replay", corpus, `--jobs=${jobs}`],
				...reporters.map((name) => `--reporter=${name}:report.${name}`),
			],
			{
				cwd: folder,
				encoding: "utf8" as const,
				stdio: ["ignore", "ignore", "pipe"],
				env: { ...process.env, NODE_OPTIONS: SAYS_PEAK },
			},
		);
		expect(status).toBe(code);
		return Number(RSS.exec(stderr)?.[1]);
	};
	return { folder, peak };
}

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
