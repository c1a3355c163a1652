import { once } from "node:events";
import { connect, createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { systemClock } from "../../src/time/system-clock.ts";
import { Shell } from "../support/command-line.ts";
import { hostileModem, hostileModems } from "../support/hostile-modem.ts";
import { tcpModems } from "../support/tcp-modem.ts";

const tcpModem = tcpModems();

/** Verbs that end by themselves, and how they end at each modem: any code but 13. */
const verbs = [
	["run"],
	["send", "+15550101", "Hello", "--timeout", "8s"],
	["modem", "info"],
	["modem", "inbox"],
	["doctor"],
	["modem", "ussd", "*100#", "--timeout", "8s"],
	["modem", "trace", "--timeout", "4s"],
];
const codes = [0, 3, 4];

test.each(hostileModems)(
	"at a modem that is or does: %s, every verb ends with a code of the list, and serve stays",
	async (kind) => {
		const { url, close } = await hostileModem(kind);
		const shell = new Shell();
		shell.run(["config", "init"]);
		const serve = shell.start(["serve", "--modem", url]);
		await serve.until("channel seed");
		await pause(3000);
		expect(serve.child.exitCode).toBeNull();
		const asked = systemClock.now();
		serve.child.kill("SIGTERM");
		expect((await serve.ended).status).toBe(0);
		console.log(`${kind}: serve ended after ${systemClock.now() - asked} ms`);
		const ended = await Promise.all(
			verbs.map(async (verb) => {
				const { status } = await shell.start([...verb, "--modem", url]).ended;
				return [verb.join(" "), codes.includes(status ?? -1) || status];
			}),
		);
		expect(ended).toEqual(verbs.map((verb) => [verb.join(" "), true]));
		close();
	},
);

test("serve takes up its work when the modem comes back", async () => {
	const { url, text, texts } = await tcpModem();
	let calls = 0;
	const relay = createServer((caller) => {
		calls += 1;
		if (calls <= 2) {
			caller.end();
			return;
		}
		const line = connect(Number(new URL(url).port), "127.0.0.1");
		caller.pipe(line).pipe(caller);
		for (const each of [caller, line]) each.on("error", () => {});
	}).listen(0, "127.0.0.1");
	await once(relay, "listening");
	const address = relay.address();
	if (address === null || typeof address === "string")
		throw new Error("no port");
	const shell = new Shell();
	shell.run(["config", "init"]);
	const at = `tcp://127.0.0.1:${address.port}`;
	const serve = shell.start(["serve", "--modem", at]);
	await serve.until("is ready");
	text("PROG 7982 ECHO:");
	await serve.until("to +15550101: sent");
	// The network has it then, and the phone a moment later.
	await expect.poll(() => texts).toEqual(["ECHO:OK"]);
	serve.child.kill("SIGTERM");
	expect((await serve.ended).status).toBe(0);
	relay.close();
});
