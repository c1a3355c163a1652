import { createServer, type Server } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Broker } from "../../src/mqtt/broker/broker.ts";
import { openMqttBroker } from "../../src/mqtt/broker/mqtt-broker.ts";
import type { MqttMessage } from "../../src/mqtt/commands/read-command.ts";
import { describeMqttNews } from "../../src/mqtt/mqtt-news.ts";
import { SECOND } from "../../src/time/units.ts";
import { type StillClock, virtualClock } from "../../src/time/virtual-clock.ts";

/*
 * Brokers of MQTT 5 that keep to no rule. Each says its octets to a CONNECT and
 * nothing else; connections end when the panel ends them.
 */

let server: Server | null = null;
let broker: Broker | null = null;
let clock: StillClock;

beforeEach(() => {
	clock = virtualClock(0);
});

afterEach(async () => {
	const closed = broker?.close({ topic: "a", payload: "offline" });
	await clock.advanceTo(clock.now() + SECOND);
	await closed;
	server?.close();
});

/** The second octet of the body says whether it is of a session that was kept. */
const connack = (isKept = false) =>
	Buffer.from([0x20, 3, isKept ? 1 : 0, 0, 0]);

const TOPIC = "alarmpanel/1a2b3c4d/command/mode";

/** @param kind type and flags: 0x30 has QoS 0, 0x32 QoS 1, 0x34 QoS 2, and 0x3a QoS 1, said again */
function publish(kind: number, payload: string): Buffer {
	const name = Buffer.from(TOPIC);
	const body = Buffer.concat([
		Buffer.from([0, name.length]),
		name,
		// Its number, where it has one, and no properties.
		Buffer.from(kind === 0x30 ? [0] : [0, 7, 0]),
		Buffer.from(payload),
	]);
	const length = body.length;
	const octets = [length & 0x7f, (length >> 7) & 0x7f, (length >> 14) & 0x7f];
	return Buffer.concat([
		Buffer.from([kind, ...octets.map((each) => each | 0x80), length >> 21]),
		body,
	]);
}

/**
 * What a panel hears of a broker, and what is said of it, up to so many news or
 * messages. Each connection publishes one message. Time passes behind news.
 */
async function heard(
	says: readonly Buffer[],
	count: number,
	passes: (news: string) => boolean = (news) => news.includes("again in"),
) {
	const port = await new Promise<number>((resolve) => {
		server = createServer((socket) => {
			socket.on("error", () => {});
			socket.once("data", () => socket.write(Buffer.concat(says)));
		}).listen(0, "127.0.0.1", () => {
			const address = server?.address();
			resolve(typeof address === "object" ? (address?.port ?? 0) : 0);
		});
	});
	const messages: MqttMessage[] = [];
	const news: string[] = [];
	await new Promise<void>((resolve) => {
		const look = () => {
			if (messages.length + news.length >= count) setImmediate(resolve);
			else if (passes(news.at(-1) ?? ""))
				setImmediate(() => clock.advanceTo(clock.now() + 30 * SECOND));
		};
		broker = openMqttBroker({
			url: `mqtt://127.0.0.1:${port}`,
			user: undefined,
			password: undefined,
			ca: undefined,
			clock,
		})({
			clientId: "alarmpanel-1a2b3c4d",
			will: { topic: "a", payload: "offline" },
			events: {
				onConnected: () => broker?.publish("a", "online", true),
				onMessage: (message) => {
					messages.push(message);
					look();
				},
				onNews: (told) => {
					news.push(describeMqttNews(told));
					look();
				},
				onGone: () => {},
			},
		});
	});
	return { messages, news };
}

test("a session that the broker was told to forget is ended before anything of it is heard", async () => {
	const old = publish(0x32, '{"action":"DISARM","code":"1234"}');
	const why =
		"MQTT: not connected: the broker keeps a session that it was told to forget; again in";
	expect(await heard([connack(true), old], 3)).toEqual({
		messages: [],
		news: [`${why} 1 s`, `${why} 2 s`, `${why} 4 s`],
	});
});

test("what comes before the session begins is not heard", async () => {
	const early = publish(0x30, '{"action":"ARM_AWAY"}');
	expect(await heard([early, connack()], 1)).toEqual({
		messages: [],
		news: ["MQTT: connected, version 5"],
	});
});

test("a broker that acknowledges nothing is given up, and tried again after pauses that double", async () => {
	const { news } = await heard([connack()], 6, () => true);
	const lost =
		"MQTT: the connection is lost: the broker acknowledges nothing; again in";
	expect(news).toEqual([
		"MQTT: connected, version 5",
		`${lost} 1 s`,
		"MQTT: connected, version 5",
		`${lost} 2 s`,
		"MQTT: connected, version 5",
		`${lost} 4 s`,
	]);
});

test("a message that is said again is marked as such", async () => {
	const [once, again] = [publish(0x32, "x"), publish(0x3a, "x")];
	const { messages } = await heard([connack(), once, again], 3);
	const message = { topic: TOPIC, payload: Buffer.from("x"), retain: false };
	expect(messages).toEqual([
		{ ...message, isAgain: false },
		{ ...message, isAgain: true },
	]);
});

test.each([
	[
		"a message without an end",
		Buffer.concat([
			Buffer.from([0x30, 0xff, 0xff, 0xff, 0x7f]),
			Buffer.alloc(1_100_000),
		]),
		"the broker sends a message of more than 1000000 octets",
	],
	[
		"messages that wait for a word more of the broker",
		publish(0x34, "x"),
		"the broker sends with QoS 2, which nobody asked for",
	],
])(
	"%s end the connection, each time for the same reason",
	async (_, octets, why) => {
		const seconds = [1, 2, 4, 8];
		expect(await heard([connack(), octets], 8)).toEqual({
			messages: [],
			news: seconds.flatMap((again) => [
				"MQTT: connected, version 5",
				`MQTT: the connection is lost: ${why}; again in ${again} s`,
			]),
		});
	},
);
