import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { virtualNetwork } from "../../src/network/network.ts";
import { systemClock } from "../../src/time/system-clock.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { openSerial } from "../../src/transport/serial.ts";
import { connectTcp } from "../../src/transport/tcp.ts";
import type { Transport } from "../../src/transport/transport.ts";
import { attachAt } from "../../src/virtual-modem/attachment.ts";
import { virtualModem } from "../../src/virtual-modem/virtual-modem.ts";
import { bytesOf, lineReader } from "../support/line-reader.ts";
import { passing } from "../support/pass-until.ts";

function modemAt(clock = systemClock) {
	const network = virtualNetwork({ clock });
	return virtualModem({ clock, line: network.line("+15550101") });
}

test("at a TCP port every connection is a session of its own, one after another or together", async () => {
	const clock = systemClock;
	const attachment = await attachAt(
		modemAt(),
		{ kind: "tcp", host: "127.0.0.1", port: 0 },
		{ clock },
	);
	const { place, url } = attachment;
	if (place.kind !== "tcp") throw new Error(place.kind);
	expect(url).toBe(`tcp://127.0.0.1:${place.port}`);
	const one = await connectTcp(place);
	await one.write(bytesOf("ATE0+CMGF=1\r"));
	await lineReader(one).until("OK\r\n");
	const two = await connectTcp(place);
	await two.write(bytesOf("AT+CMGF?\r"));
	expect(await lineReader(two).until("OK\r\n")).toBe(
		"AT+CMGF?\r\r\n+CMGF: 0\r\n\r\nOK\r\n",
	);
	await one.close();
	await two.close();
	await attachment.close();
	await expect(connectTcp(place)).rejects.toThrow("ECONNREFUSED");
});

test("a TCP port takes ten programs at a time, and another when one has gone", async () => {
	const attachment = await attachAt(
		modemAt(),
		{ kind: "tcp", host: "127.0.0.1", port: 0 },
		{ clock: systemClock },
	);
	const { place } = attachment;
	if (place.kind !== "tcp") throw new Error(place.kind);
	const answer = async (line: Transport) => {
		await line.write(bytesOf("ATE0\r"));
		let said = "";
		for await (const bytes of line.bytes) {
			said += Buffer.from(bytes).toString();
			if (said.endsWith("OK\r\n")) return "OK";
		}
		return "closed";
	};
	const attempt = async () => {
		const line = await connectTcp(place);
		return { line, said: await answer(line).catch(() => "closed") };
	};
	const ten = await Promise.all(Array.from({ length: 10 }, attempt));
	expect(ten.map(({ said }) => said)).toEqual(Array(10).fill("OK"));
	const more = await Promise.all(Array.from({ length: 5 }, attempt));
	expect(more.map(({ said }) => said)).toEqual(Array(5).fill("closed"));
	await ten[0]?.line.close();
	await expect.poll(async () => (await attempt()).said).toBe("OK");
	await Promise.all([...ten, ...more].map(({ line }) => line.close()));
	await attachment.close();
});

test("a pseudo-terminal keeps its session while programs come and go", async () => {
	const path = join(
		mkdtempSync(join(tmpdir(), "alarmpanel-modem-")),
		"phone.tty",
	);
	const attachment = await attachAt(
		modemAt(),
		{ kind: "pty", path },
		{ clock: systemClock },
	);
	expect(attachment.url).toBe(`pty:${path}`);
	const first = await openSerial({ path });
	await first.write(bytesOf("ATE0\r"));
	await lineReader(first).until("OK\r\n");
	await first.close();
	const second = await openSerial({ path });
	await second.write(bytesOf("AT+CSQ\r"));
	expect(await lineReader(second).until("OK\r\n")).toBe(
		"\r\n+CSQ: 20,0\r\n\r\nOK\r\n",
	);
	await second.close();
	await attachment.close();
	expect(existsSync(path)).toBe(false);
});

test("a pseudo-terminal whose port was gone comes back under the same link", async () => {
	const path = join(
		mkdtempSync(join(tmpdir(), "alarmpanel-modem-")),
		"phone.tty",
	);
	const modem = modemAt();
	const attachment = await attachAt(
		modem,
		{ kind: "pty", path },
		{ clock: systemClock },
	);
	// The port looks by it whether its device is still there.
	const clock = virtualClock(0);
	const port = await openSerial({ path }, { clock });
	const reader = lineReader(port);
	await port.write(bytesOf("AT\r"));
	await reader.until("OK\r\n");
	modem.startFault({ kind: "port-gone", duration: 50 });
	await expect(passing(clock, reader.rest())).rejects.toThrow(path);
	await port.close().catch(() => {});
	const again = await openedAtLast(path);
	await again.write(bytesOf("AT\r"));
	expect(await lineReader(again).until("OK\r\n")).toBe("AT\r\r\nOK\r\n");
	await again.close();
	await attachment.close();
});

test("a baud rate slows both directions", async () => {
	const clock = virtualClock(0);
	const attachment = await attachAt(
		modemAt(clock),
		{ kind: "tcp", host: "127.0.0.1", port: 0 },
		{ clock, baud: 1000 },
	);
	if (attachment.place.kind !== "tcp") throw new Error("not on TCP");
	const line = await connectTcp(attachment.place);
	await line.write(bytesOf("ATE0\r"));
	let answeredAt = 0;
	const answered = lineReader(line)
		.until("OK\r\n")
		.then(() => {
			answeredAt = clock.now();
		});
	while (answeredAt === 0) {
		await clock.advanceTo(clock.now() + 1);
		for (let round = 0; round < 5; round++) await new Promise(setImmediate);
	}
	await answered;
	// 5 bytes in, 11 out, 10 ms each.
	expect(answeredAt).toBeGreaterThanOrEqual(160);
	await line.close();
	await attachment.close();
});

/** A port that may not be there yet. */
async function openedAtLast(path: string): Promise<Transport> {
	for (;;) {
		const port = await openSerial({ path }).catch(() => null);
		if (port !== null) return port;
		await new Promise(setImmediate);
	}
}
