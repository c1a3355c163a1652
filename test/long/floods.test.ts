import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { textRunningPanel } from "../../src/device/control/running-panel.ts";
import { systemClock } from "../../src/time/system-clock.ts";
import { COMMAND, type Running, Shell } from "../support/command-line.ts";
import { floodingModem, peakMemory } from "../support/flooding.ts";

/*
 * Whatever pours in, a panel keeps its memory, answers its owner and ends when it
 * is told to. What it took is printed; the limits are loose, because a test runs on
 * machines that have other things to do.
 */

/** MiB, resident at the peak. */
const MEMORY = 300;
/** Milliseconds until a panel has ended, where it should take 2 s. */
const ENDED = 10_000;
/** Milliseconds until the owner has an answer, where it should take 1 s. */
const ANSWERED = 10_000;
/** Milliseconds of each flood. */
const FLOOD = Number(process.env.FLOOD_SECONDS ?? 10) * 1000;
const GIGABYTE = 1e9;

const SLOT = '+CMTI: "SM",1\r\n';
const LISTED =
	"+CMGL: 1,1,,24\r\n07911326040000F0040B911346610089F60000208062917314080CC8F71D14969741F977FD07\r\n";
const DELIVERED =
	"+CMT: ,24\r\n07911326040000F0040B911346610089F60000208062917314080CC8F71D14969741F977FD07\r\n";

describe("a panel at a modem that does not stop", () => {
	test.each([
		["a gigabyte without a line end", Buffer.alloc(1 << 20, "A")],
		["indications of texts", Buffer.from(SLOT.repeat(1000))],
		["texts that are delivered", Buffer.from(DELIVERED.repeat(500))],
		["a list", Buffer.from(LISTED.repeat(500))],
		["lines of an answer", Buffer.from("x\r\n".repeat(5000))],
		[
			"a quotation mark that never closes",
			Buffer.from('+CUSD: 0,"x\r\n'.repeat(2000)),
		],
	])("%s", async (name, piece) => {
		const modem = await floodingModem(piece);
		onTestFinished(() => modem.close());
		const { shell, serve } = serving(["--modem", modem.url]);
		await serve.until("channel seed");
		const over = systemClock.now() + FLOOD;
		let answered = 0;
		while (systemClock.now() < over && modem.poured() < GIGABYTE) {
			answered = Math.max(answered, await answerTime(shell));
			await pause(500);
		}
		await endsWell(`${name}, ${inMegabytes(modem.poured())}`, serve, answered);
	});
});

describe("a panel at the virtual network", () => {
	test("a phone that sends two million texts", async () => {
		const { shell, serve, port } = await onLine();
		const socket = connect(port, "127.0.0.1");
		socket.on("error", () => {});
		onTestFinished(() => void socket.destroy());
		const answers = { accepted: 0, refused: 0 };
		socket.on("data", (bytes) => {
			const text = bytes.toString("latin1");
			answers.accepted += text.split("+CMGS:").length - 1;
			answers.refused += text.split("+CMS ERROR").length - 1;
		});
		socket.write("ATE0\rAT+CMGF=1\r");
		const texts = 'AT+CMGS="+15550100"\rhello\u001a'.repeat(1000);
		const over = systemClock.now() + 3 * FLOOD;
		let sent = 0;
		let answered = 0;
		while (sent < 2_000_000 && systemClock.now() < over) {
			if (!socket.write(texts))
				await Promise.race([once(socket, "drain"), pause(500)]);
			sent += 1000;
			if (sent % 50_000 === 0)
				answered = Math.max(answered, await answerTime(shell));
		}
		answered = Math.max(answered, await answerTime(shell));
		await endsWell(
			`two million texts: ${sent} written, ${answers.accepted} accepted, ${answers.refused} refused`,
			serve,
			answered,
		);
	});

	test("a thousand connections", async () => {
		const { shell, serve, port } = await onLine();
		const sockets = Array.from({ length: 1000 }, (): Socket => {
			const socket = connect(port, "127.0.0.1");
			socket.on("error", () => {});
			return socket;
		});
		onTestFinished(() => {
			for (const socket of sockets) socket.destroy();
		});
		await pause(2000);
		const answered = await answerTime(shell);
		const open = sockets.filter(({ readyState }) => readyState === "open");
		await endsWell(
			`1,000 connections, ${open.length} of them kept`,
			serve,
			answered,
		);
	});
});

test("a pipe of texts without an end", async () => {
	const { shell } = made();
	const run = spawn(process.execPath, [COMMAND, "run"], {
		cwd: shell.folder,
		stdio: ["pipe", "ignore", "ignore"],
	});
	onTestFinished(() => void run.kill("SIGKILL"));
	run.stdin.on("error", () => {});
	const texts = "PROG 7982 ECHO:\n".repeat(1000);
	const over = systemClock.now() + FLOOD;
	let written = 0;
	while (systemClock.now() < over) {
		written += texts.length;
		if (!run.stdin.write(texts))
			await Promise.race([once(run.stdin, "drain"), pause(500)]);
	}
	const memory = peakMemory(run.pid ?? 0);
	const asked = systemClock.now();
	const ended = once(run, "exit");
	run.kill("SIGTERM");
	await ended;
	const took = systemClock.now() - asked;
	console.log(
		`an endless pipe: ${memory.toFixed(0)} MiB, ended after ${took} ms`,
	);
	expect(memory).toBeLessThan(MEMORY);
	expect(took).toBeLessThan(ENDED);
	expect(written).toBeGreaterThan(0);
});

describe("a file without an end, without a writer or of 30 MB ends each verb that reads it", () => {
	const files = ["/dev/zero", "fifo", "large.json"];
	const verbs = [
		["status", "--config"],
		["check", "--file"],
		["replay"],
		["replay", "--merge"],
		["replay", "a.smst", "--quirks"],
	];

	test.each(
		files.flatMap((file) => verbs.map((verb) => [file, verb] as const)),
	)("%s: %j", async (file, verb) => {
		const { shell } = made();
		writeFileSync(shell.path("a.smst"), "> hello\n");
		writeFileSync(shell.path("large.json"), `{"a":"${"A".repeat(30_000_000)}`);
		await once(spawn("mkfifo", [shell.path("fifo")]), "exit");
		const run = shell.start([...verb, file]);
		let memory = 0;
		const watching = setInterval(() => {
			memory = Math.max(memory, memoryOf(run));
			if (memory > 2 * MEMORY) run.child.kill("SIGKILL");
		}, 20);
		const asked = systemClock.now();
		// A corpus is read from a pipe as long as somebody may write into it.
		if (verb.length === 1 && file === "fifo") {
			await pause(1000);
			run.child.kill("SIGTERM");
		}
		const { status } = await run.ended;
		clearInterval(watching);
		console.log(
			`${verb.join(" ")} ${file}: exit ${status}, ${memory.toFixed(0)} MiB, ${systemClock.now() - asked} ms`,
		);
		expect([0, 2, 4, null]).toContain(status);
		expect(memory).toBeLessThan(MEMORY);
	});
});

test("a signal ends a replay that waits, at whatever moment of its start it comes", async () => {
	const { shell } = made();
	await once(spawn("mkfifo", [shell.path("fifo")]), "exit");
	const moments = Array.from({ length: 30 }, (_, at) => 20 * at);
	for (const moment of moments) {
		const run = shell.start(["replay", "fifo"]);
		await pause(moment);
		run.child.kill("SIGTERM");
		const isOver = once(run.child, "exit").then(() => true);
		expect([moment, await Promise.race([isOver, pause(20_000)])]).toEqual([
			moment,
			true,
		]);
		expect([moment, run.child.signalCode]).toEqual([moment, "SIGTERM"]);
	}
});

// Helpers

function made() {
	const shell = new Shell();
	shell.run(["config", "init"]);
	return { shell };
}

function serving(options: readonly string[]) {
	const { shell } = made();
	const serve = shell.start(["serve", ...options]);
	onTestFinished(() => void serve.child.kill("SIGKILL"));
	return { shell, serve };
}

async function onLine() {
	const { shell, serve } = serving(["--line", "+15550177=tcp://127.0.0.1:0"]);
	let printed = "";
	serve.child.stdout?.on("data", (text) => {
		printed += text;
	});
	await serve.until("+15550177 at tcp://127.0.0.1:");
	serve.child.stderr?.on("data", (text) => {
		printed += text;
	});
	for (;;) {
		const port = /127\.0\.0\.1:(\d+)/.exec(printed)?.[1];
		if (port !== undefined) return { shell, serve, port: Number(port) };
		await pause(50);
	}
}

/** Milliseconds until the owner has the answer to a text. */
async function answerTime(shell: Shell): Promise<number> {
	const lock = JSON.parse(
		readFileSync(shell.path("panel-config.json.lock"), "utf8"),
	);
	const begun = systemClock.now();
	const sms = { from: "+15550101", text: "PROG 7982 ECHO:" };
	await textRunningPanel(lock.control, sms, false);
	return systemClock.now() - begun;
}

async function endsWell(
	name: string,
	{ child, ended }: Running,
	answered: number,
): Promise<void> {
	const memory = peakMemory(child.pid ?? 0);
	const asked = systemClock.now();
	child.kill("SIGTERM");
	const { status } = await ended;
	const took = systemClock.now() - asked;
	console.log(
		`${name}: ${memory.toFixed(0)} MiB, answered within ${answered} ms, ended after ${took} ms`,
	);
	expect(status).toBe(0);
	expect(memory).toBeLessThan(MEMORY);
	expect(answered).toBeLessThan(ANSWERED);
	expect(took).toBeLessThan(ENDED);
}

/** 0 once it is gone. */
function memoryOf({ child }: Running): number {
	try {
		return peakMemory(child.pid ?? 0);
	} catch {
		return 0;
	}
}

function inMegabytes(octets: number): string {
	return `${Math.round(octets / 1e6)} MB`;
}
