import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, statSync } from "node:fs";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { afterEach, expect, test, vi } from "vitest";
import { systemClock } from "../../../src/time/system-clock.ts";
import { COMMAND, Shell } from "../../support/command-line.ts";

let child: ChildProcess | null = null;
afterEach(() => child?.kill("SIGKILL"));

test("serve announces its addresses first, hears a modem at a line, and takes texts from its owner", async () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const { first, lines } = await serving(shell, [
		"--line",
		"+15550177=tcp://127.0.0.1:0",
	]);
	expect(first).toEqual({
		at: expect.stringMatching(TIME),
		ready: true,
		model: "vst-2752",
		number: "+15550100",
		modem: "virtual:",
		lines: [
			{
				number: "+15550177",
				url: expect.stringMatching(/^tcp:\/\/127\.0\.0\.1:\d+$/),
			},
		],
		seed: 1,
		file: "panel-config.json",
	});

	expect(shell.run(["text", "PROG 7982 USRS:2,5678,ANNA,1"])).toEqual({
		status: 0,
		stdout: "USRS:OK\n",
		stderr: "",
	});
	expect(shell.run(["text", "PROG 7982 USRS:3,5678"])).toMatchObject({
		status: 4,
		stdout: "USRS:ERROR\n",
		stderr: expect.stringContaining("user 2 has this PIN already"),
	});
	expect(shell.json("config", "show")).toMatchObject({
		users: [{ id: 1 }, { id: 2, name: "ANNA" }],
	});

	const { url } = first.lines[0];
	const answer = await texted(Number(url.split(":").at(-1)), "PROG 7982 ECHO:");
	expect(answer).toContain('"+15550100"');
	expect(answer).toContain("\r\nECHO:OK\r\n");
	const heard = lines.find((line) => "received" in line);
	expect(heard).toMatchObject({
		received: { from: "+15550177", text: "****", reply: "ECHO:OK" },
	});
});

test("SIGTERM ends serve in order: exit code 0, the lock and the socket gone", async () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	await serving(shell, []);
	const lock = shell.path("panel-config.json.lock");
	const { control } = JSON.parse(
		await import("node:fs/promises").then((fs) => fs.readFile(lock, "utf8")),
	);
	expect(statSync(control).mode & 0o777).toBe(0o600);
	if (child === null) throw new Error("nothing is serving");
	const exit = once(child, "exit");
	child.kill("SIGTERM");
	expect((await exit)[0]).toBe(0);
	expect([existsSync(lock), existsSync(control)]).toEqual([false, false]);
});

test.each([
	["a line without a place", ["--line", "+15550101"], 1, "write NUMBER=URL"],
	["a place that is none", ["--line", "1=foo:bar"], 1, "is none of"],
	["a port open to others", ["--line", "1=tcp://0.0.0.0:0"], 1, "--expose"],
	["a channel that is none", ["--channel", "los"], 1, "--channel"],
	["a modem that is none", ["--modem", "foo:bar"], 1, "--modem"],
])("%s is refused", (_, args, status, message) => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const ended = shell.run(["serve", ...args]);
	expect([ended.status, ended.stdout]).toEqual([status, ""]);
	expect(ended.stderr).toContain(message);
	expect(existsSync(shell.path("panel-config.json.lock"))).toBe(false);
});

test.each([
	[
		"8086",
		"HOST:PORT with an address of this machine, as 127.0.0.1:8086, not 8086",
	],
	[
		"0.0.0.0:8086",
		"0.0.0.0 is open to other machines; --expose allows that, with a token",
	],
])("the API at %s is refused before anything is opened", (place, why) => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	for (const verb of ["serve", "run"])
		expect(shell.run([verb, "--http", place])).toEqual({
			status: 1,
			stdout: "",
			stderr: `alarmpanel: --http: ${why}\nalarmpanel ${verb} --help says more\n`,
		});
	for (const modem of ["/dev/ttyUSB0", "foo:bar"])
		expect(shell.run(["serve", "--modem", modem]).stderr).toMatch(
			/^alarmpanel: --modem: .*\nalarmpanel serve --help says more\n$/,
		);
});

test("serve tells each change of its panel, with its time", async () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const { lines } = await serving(shell, []);
	shell.run(["text", "PROG 7982 MODE:A"]);
	await vi.waitUntil(() => lines.some((line) => "mode" in line));
	const told = lines.filter((line) => "event" in line || "mode" in line);
	expect(told).toEqual([
		{
			at: expect.stringMatching(TIME),
			event: {
				sequence: 1,
				at: expect.stringMatching(TIME),
				event: "arming",
				about: "away",
				by: "sms +15550101",
			},
		},
		{ at: expect.stringMatching(TIME), mode: "arming" },
	]);
});

test("serve goes on when nobody reads its output any more", async () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const { child: serve } = shell.start(["serve"]);
	child = serve;
	if (serve.stdout === null || serve.stderr === null)
		throw new Error("no pipe");
	await once(serve.stderr, "data");
	serve.stdout.destroy();
	serve.stderr.destroy();
	for (let round = 1; round <= 3; round += 1) {
		const { status } = shell.run(["text", "PROG 7982 MODE:A"]);
		expect(status).toBe(0);
	}
	expect(serve.exitCode).toBeNull();
	const exit = once(serve, "exit");
	serve.kill("SIGTERM");
	expect((await exit)[0]).toBe(0);
});

test("serve without its modem stays, says why, and ends within 2 s when told", async () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const serve = shell.start(["serve", "--modem", "tcp://127.0.0.1:9"]);
	child = serve.child;
	await serve.until("nothing listens there");
	await serve.until("again in 2 s");
	const asked = systemClock.now();
	serve.child.kill("SIGTERM");
	expect((await serve.ended).status).toBe(0);
	expect(systemClock.now() - asked).toBeLessThan(2000);
});

// Helpers

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Starts serve --json; gives its first line, and a list that the others go to. */
async function serving(shell: Shell, args: readonly string[]) {
	child = spawn(process.execPath, [COMMAND, "serve", "--json", ...args], {
		cwd: shell.folder,
		stdio: ["ignore", "pipe", "ignore"],
	});
	const { stdout } = child;
	if (stdout === null) throw new Error("no stdout");
	const lines: Record<string, unknown>[] = [];
	const first = await new Promise<string>((resolve) => {
		createInterface({ input: stdout }).on("line", (line) => {
			if (lines.length === 0) resolve(line);
			lines.push(JSON.parse(line));
		});
	});
	return { first: JSON.parse(first), lines };
}

/** Texts the panel as a plain program at a modem does; gives all that the modem said. */
async function texted(port: number, text: string): Promise<string> {
	const socket = connect(port, "127.0.0.1");
	let said = "";
	socket.on("data", (bytes) => {
		said += bytes;
	});
	const seen = async (what: string) => {
		while (!said.includes(what)) await once(socket, "data");
	};
	socket.write("ATE0\r");
	await seen("OK\r\n");
	socket.write("AT+CMGF=1\r");
	socket.write('AT+CMGS="+15550100"\r');
	await seen("> ");
	socket.write(`${text}\u001a`);
	await seen("+CMTI:");
	socket.write("AT+CMGR=1\r");
	await seen("ECHO:OK");
	socket.destroy();
	return said;
}
