import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { gzipSync } from "node:zlib";
import { median, report } from "./verdict.ts";

/*
 * What programs and people meet first: texts a second over HTTP against a plain
 * server of Node's that answers as many octets, how soon an event reaches a reader of
 * the stream, a Python test's scenario, and how large the pages are.
 */

const ROUNDS = 5;
/** Requests of a round, on as many connections. */
const TEXTS = 2000;
const CONNECTIONS = 20;
const TEXT = JSON.stringify({ text: "PROG 7982 ECHO:" });

/** What a Python test does, timed without Python's start. */
const SCENARIO = `
import sys, time
from alarmpanel_client import Server
from test_panel import test_a_burglary_while_armed_is_reported as test
server = Server(sys.argv[1])
for _ in range(7):
    start = time.perf_counter()
    panel = server.panel()
    test(panel)
    panel.delete()
    print((time.perf_counter() - start) * 1000)
`;

const dist = join(import.meta.dirname, "../dist");
const command = join(dist, "alarmpanel.js");
const folder = mkdtempSync(join(tmpdir(), "alarmpanel-bench-"));
spawnSync(process.execPath, [command, "config", "init"], { cwd: folder });

const children: ChildProcess[] = [];
const api = await started(
	[command, "serve", "--http", "127.0.0.1:0"],
	/HTTP API at (\S+)\/v1/,
);
const made = await ask(api, "/v1/panels", "{}");
const at = `/v1/panels/${JSON.parse(made).id}`;
const answer = await ask(api, `${at}/texts`, TEXT);
const plain = await started(["-e", plainServer(answer.length)], /at (\S+)/);

console.log(`texts over HTTP, ${ROUNDS} rounds of ${TEXTS}`);
const ratios: number[] = [];
const costs: number[] = [];
let fastest = 0;
for (let round = -1; round < ROUNDS; round += 1) {
	const [before = 0, beforePlain = 0] = children.map(processorTime);
	const bare = await perSecond(plain, "/");
	const ours = await perSecond(api, `${at}/texts`);
	const [after = 0, afterPlain = 0] = children.map(processorTime);
	if (round < 0) continue;
	costs.push((afterPlain - beforePlain) / (after - before));
	ratios.push(ours / bare);
	fastest = Math.max(fastest, ours);
}
const kept = [
	report("texts a second / plain node:http", ratios, { least: 0.25 }),
	report("the same by processor time", costs),
	report("event to reader of the stream, ms", await eventTimes(), { most: 20 }),
];
console.log(`  most texts a second: ${Math.round(fastest)}`);
console.log(`  Python's scenario: ${pythonScenario()} (aim: 200 ms)`);
for (const [page, most] of [
	["console.html", 80],
	["alarmpanel.html", 375],
] as const) {
	const file = join(dist, page);
	if (!existsSync(file)) {
		console.log(`  ${page} is not built`);
		continue;
	}
	const size = gzipSync(readFileSync(file)).length / 1000;
	kept.push(report(`${page}, kB gzip`, [size], { most }));
}
for (const child of children) child.kill();
rmSync(folder, { recursive: true });
if (kept.includes(false)) process.exitCode = 1;
process.exit();

/** Ticks that a process has used, where Linux says so: other work does not disturb it. */
function processorTime({ pid }: ChildProcess): number {
	const file = `/proc/${pid}/stat`;
	if (!existsSync(file)) return Number.NaN;
	const [, fields = ""] = readFileSync(file, "utf8").split(") ");
	const words = fields.split(" ");
	return Number(words[11]) + Number(words[12]);
}

/** A server that reads a body and answers so many octets. */
function plainServer(length: number): string {
	return `
		const answer = JSON.stringify({ x: "y".repeat(${length} - 8) });
		require("node:http").createServer((request, response) => {
			let body = "";
			request.on("data", (chunk) => { body += chunk; });
			request.on("end", () => {
				JSON.parse(body);
				response.writeHead(200, { "Content-Type": "application/json" });
				response.end(answer);
			});
		}).listen(0, "127.0.0.1", function () {
			console.error("at http://127.0.0.1:" + this.address().port);
		});
	`;
}

/** Starts a server; its address is what the first group of the pattern finds. */
function started(args: readonly string[], address: RegExp): Promise<string> {
	const child = spawn(process.execPath, args, {
		cwd: folder,
		stdio: ["ignore", "ignore", "pipe"],
	});
	children.push(child);
	return new Promise((resolve, reject) => {
		let said = "";
		child.stderr?.setEncoding("utf8").on("data", (chunk) => {
			said += chunk;
			const [, found] = address.exec(said) ?? [];
			if (found !== undefined) resolve(found);
		});
		child.on("exit", () => reject(new Error(said)));
	});
}

function ask(
	server: string,
	path: string,
	body: string,
	agent?: Agent,
): Promise<string> {
	return new Promise((resolve, reject) => {
		const asked = request(
			`${server}${path}`,
			{
				method: "POST",
				headers: {
					"Content-Type": "application/json",
					"Content-Length": body.length,
				},
				...(agent === undefined ? {} : { agent }),
			},
			(came) => {
				let text = "";
				came.setEncoding("utf8");
				came.on("data", (chunk) => {
					text += chunk;
				});
				came.on("end", () => resolve(text));
			},
		);
		asked.on("error", reject);
		asked.end(body);
	});
}

async function perSecond(server: string, path: string): Promise<number> {
	const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
	let left = TEXTS;
	const connection = async () => {
		while (left > 0) {
			left -= 1;
			await ask(server, path, TEXT, agent);
		}
	};
	const start = performance.now();
	await Promise.all(Array.from({ length: CONNECTIONS }, connection));
	const seconds = (performance.now() - start) / 1000;
	agent.destroy();
	return TEXTS / seconds;
}

/** Milliseconds from sending a text to having its event. */
async function eventTimes(): Promise<readonly number[]> {
	const stream = await fetch(`${api}${at}/activity`, {
		headers: { Accept: "text/event-stream" },
	});
	const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
	const times: number[] = [];
	for (let each = 0; each < 50; each += 1) {
		const start = performance.now();
		const asked = ask(api, `${at}/texts`, TEXT);
		let read = "";
		while (!read.includes("event: sent"))
			read += (await reader?.read())?.value ?? "";
		times.push(performance.now() - start);
		await asked;
	}
	await reader?.cancel();
	return times;
}

/** A test's work without Python's start, as Python measures it. */
function pythonScenario(): string {
	const { stdout, stderr, status } = spawnSync(
		"python3",
		["-c", SCENARIO, api],
		{
			encoding: "utf8",
			cwd: join(import.meta.dirname, "../examples"),
			env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" },
		},
	);
	if (status !== 0) return `failed: ${stderr}`;
	const times = stdout.trim().split("\n").map(Number);
	return `${median(times).toFixed(0)} ms`;
}
