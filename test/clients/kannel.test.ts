import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, expect } from "vitest";
import { listenTcp } from "../../src/transport/tcp.ts";
import { clients, testWith } from "./support/installed.ts";
import {
	confirmation,
	order,
	panelNumber,
} from "./support/panel-on-network.ts";
import { bench } from "./support/phone-line.ts";
import { eventually } from "./support/programs.ts";

const at = bench();
const phone = "+15550102";
let closeInbox = () => {};
afterEach(() => closeInbox());

/** Where kannel hands over each message that came, as `sender: text`. */
async function inbox(): Promise<{ port: number; messages: string[] }> {
	const messages: string[] = [];
	const server = createServer(({ url = "" }, response) => {
		const { searchParams } = new URL(url, "http://kannel");
		messages.push(`${searchParams.get("from")}: ${searchParams.get("text")}`);
		response.end();
	});
	closeInbox = () => void server.close();
	await new Promise<void>((resolve) => {
		server.listen(0, "127.0.0.1", resolve);
	});
	return { port: (server.address() as AddressInfo).port, messages };
}

async function freePort(): Promise<number> {
	const listener = await listenTcp();
	await listener.close();
	return listener.port;
}

/** Starts kannel on a modem, has it text the panel, and gives the answer. */
async function textThroughKannel(device: readonly string[]): Promise<string> {
	const { folder, programs } = at();
	const [admin, box, send] = await Promise.all([
		freePort(),
		freePort(),
		freePort(),
	]);
	const { port, messages } = await inbox();
	const config = join(folder, "kannel.conf");
	writeFileSync(
		config,
		[
			"group = core",
			`admin-port = ${admin}`,
			"admin-password = secret",
			`smsbox-port = ${box}`,
			"box-allow-ip = 127.0.0.1",
			`log-file = ${join(folder, "bearerbox.log")}`,
			"log-level = 0",
			"",
			"group = smsc",
			"smsc = at",
			"smsc-id = line",
			"modemtype = generic",
			...device,
			`my-number = ${phone}`,
			"",
			"group = modems",
			"id = generic",
			"name = Generic",
			"init-string = ATE0",
			"",
			"group = smsbox",
			"bearerbox-host = 127.0.0.1",
			`sendsms-port = ${send}`,
			`global-sender = ${phone}`,
			`log-file = ${join(folder, "smsbox.log")}`,
			"log-level = 0",
			"",
			"group = sendsms-user",
			"username = test",
			"password = test",
			"",
			"group = sms-service",
			"keyword = default",
			`get-url = http://127.0.0.1:${port}/?from=%p&text=%a`,
			"max-messages = 0",
			"",
		].join("\n"),
	);
	programs.start("bearerbox", [config]);
	await eventually("kannel's modem is online", async () => {
		const url = `http://127.0.0.1:${admin}/status.txt?password=secret`;
		const status = await fetch(url).catch(() => null);
		return status && /online/.test(await status.text());
	});
	programs.start("smsbox", [config]);
	const query = new URLSearchParams({
		username: "test",
		password: "test",
		to: panelNumber,
		text: order,
	});
	await eventually("kannel takes a message", async () => {
		const url = `http://127.0.0.1:${send}/cgi-bin/sendsms?${query}`;
		const taken = await fetch(url).catch(() => null);
		return taken?.ok || null;
	});
	return await eventually("an answer", () => messages[0]);
}

testWith(
	[clients.kannel],
	"kannel texts the panel over raw TCP and gets the confirmation",
	async () => {
		const { port } = await at().phoneOnTcp(phone);
		expect(
			await textThroughKannel([
				"device = rawtcp",
				"host = 127.0.0.1",
				`port = ${port}`,
			]),
		).toBe(`${panelNumber}: ${confirmation}`);
	},
);

testWith(
	[clients.kannel, clients.socat],
	"kannel texts the panel over a pseudo-terminal and gets the confirmation",
	async () => {
		const { path } = await at().phoneOnSocat(phone);
		expect(
			await textThroughKannel([`device = ${path}`, "speed = 115200"]),
		).toBe(`${panelNumber}: ${confirmation}`);
	},
);
