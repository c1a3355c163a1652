import { createServer, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Broker, MqttVersion } from "../../src/mqtt/broker/broker.ts";
import { openMqttBroker } from "../../src/mqtt/broker/mqtt-broker.ts";
import { describeMqttNews, type MqttNews } from "../../src/mqtt/mqtt-news.ts";
import { SECOND } from "../../src/time/units.ts";
import { type StillClock, virtualClock } from "../../src/time/virtual-clock.ts";

/*
 * A broker of a few octets: what it says to a CONNECT, and nothing else. Real ones
 * are in test/clients/mqtt.test.ts.
 */

let server: Server | null = null;
let broker: Broker | null = null;
let clock: StillClock;

beforeEach(() => {
	clock = virtualClock(0);
});

afterEach(async () => {
	const closed = broker?.close({ topic: "a", payload: "offline" });
	// This broker acknowledges nothing: it is waited for until the time is over.
	await clock.advanceTo(clock.now() + SECOND);
	await closed;
	server?.close();
	broker = null;
});

/** The level of the protocol in a CONNECT: 5, or 4 for 3.1.1. */
const levelOf = (packet: Buffer) => packet[packet.indexOf("MQTT") + 4];
const accepted = {
	5: Buffer.from([0x20, 0x03, 0x00, 0x00, 0x00]),
	4: Buffer.from([0x20, 0x02, 0x00, 0x00]),
};
const unknownVersion = Buffer.from([0x20, 0x02, 0x00, 0x01]);
const takenOver = Buffer.from([0xe0, 0x02, 0x8e, 0x00]);

async function listening(
	answer: (level: number | undefined, socket: Socket) => void,
): Promise<number> {
	return await new Promise((resolve) => {
		server = createServer((socket) => {
			socket.on("error", () => {});
			socket.once("data", (packet) => answer(levelOf(packet), socket));
		}).listen(0, "127.0.0.1", () => {
			const address = server?.address();
			resolve(typeof address === "object" ? (address?.port ?? 0) : 0);
		});
	});
}

/** Opens a connection; resolves with what was said up to a wanted kind of news. */
function news(
	port: number,
	until: (told: MqttNews) => boolean,
): Promise<{ readonly said: readonly string[]; version: MqttVersion | null }> {
	return new Promise((resolve) => {
		const said: string[] = [];
		let version: MqttVersion | null = null;
		broker = openMqttBroker({
			url: `mqtt://127.0.0.1:${port}`,
			user: "panel",
			password: "s3cret",
			ca: undefined,
			clock,
		})({
			clientId: "alarmpanel-1a2b3c4d",
			will: { topic: "a", payload: "offline" },
			events: {
				onConnected: (spoken) => {
					version = spoken;
				},
				onMessage: () => {},
				onGone: () => {},
				onNews: (told) => {
					said.push(describeMqttNews(told));
					if (until(told)) setImmediate(() => resolve({ said, version }));
				},
			},
		});
	});
}

test("a broker that knows no version 5 is spoken to in 3.1.1", async () => {
	const port = await listening((level, socket) => {
		if (level === 4) socket.write(accepted[4]);
		else socket.end(unknownVersion);
	});
	const { said, version } = await news(port, (told) => {
		if (told.type === "unreachable")
			setImmediate(() => clock.advanceTo(clock.now() + told.again));
		return told.type === "warning";
	});
	expect(version).toBe("3.1.1");
	expect(said.slice(1)).toEqual([
		"MQTT: connected, version 3.1.1",
		"MQTT: with version 3.1.1 a retained command that is sent while the panel is connected cannot be told from others",
	]);
	expect(said[0]).toMatch(/^MQTT: not connected: .*; again in 1 s$/);
	expect(said.join()).not.toContain("s3cret");
});

test("a broker that has spoken version 5 is not taken for an older one when it hangs up", async () => {
	const levels: (number | undefined)[] = [];
	const port = await listening((level, socket) => {
		levels.push(level);
		if (levels.length === 2) socket.end();
		else if (levels.length === 1) socket.end(accepted[5]);
		else socket.write(accepted[5]);
	});
	const { said } = await news(port, (told) => {
		if (told.type === "unreachable" || told.type === "lost")
			setImmediate(() => clock.advanceTo(clock.now() + told.again));
		return levels.length === 3 && told.type === "connected";
	});
	expect(levels).toEqual([5, 5, 5]);
	expect(said).toEqual([
		"MQTT: connected, version 5",
		"MQTT: the connection is lost: the broker has closed it; again in 1 s",
		"MQTT: not connected: the broker has closed it; again in 2 s",
		"MQTT: connected, version 5",
	]);
});

test("a session that another program takes is left to it for a while, and it is named", async () => {
	const port = await listening((_, socket) => {
		socket.write(accepted[5]);
		setImmediate(() => socket.end(takenOver));
	});
	// Time stands still: it is not tried again.
	const { said } = await news(port, ({ type }) => type === "lost");
	expect(said).toEqual([
		"MQTT: connected, version 5",
		"MQTT: the connection is lost: another program connects as alarmpanel-1a2b3c4d; two panels with one id?; again in 300 s",
	]);
	expect(clock.next).toBe(300_000);
});

test("tries come after pauses that double, up to half a minute", async () => {
	const pauses: number[] = [];
	await new Promise<void>((resolve) => {
		void news(1, (told) => {
			if (told.type !== "unreachable") return false;
			pauses.push(told.again / 1000);
			if (pauses.length === 7) resolve();
			else setImmediate(() => clock.advanceTo(clock.now() + told.again));
			return false;
		});
	});
	expect(pauses).toEqual([1, 2, 4, 8, 16, 30, 30]);
});
