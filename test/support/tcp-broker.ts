/**
 * A broker of MQTT 5 over TCP that lets everybody in, with what was published. It
 * knows QoS 0 and 1 and no retained messages; real ones are in test/clients/.
 */
import { createServer, type Socket } from "node:net";

export interface TcpBroker {
	readonly url: string;
	/** What the clients published, in order. */
	readonly published: readonly {
		readonly topic: string;
		readonly payload: string;
	}[];
	/** A message to every client, whatever it subscribed to. */
	say(topic: string, payload: string): void;
	/** Waits until so many messages were published on a topic. */
	until(topic: string, count: number): Promise<void>;
	close(): Promise<void>;
}

/** Types of packets, as the first octet has them. */
const CONNECT = 1;
const PUBLISH = 3;
const SUBSCRIBE = 8;
const PINGREQ = 12;

export async function tcpBroker(): Promise<TcpBroker> {
	const published: { topic: string; payload: string }[] = [];
	const sockets = new Set<Socket>();
	let wake = () => {};
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on("error", () => {});
		socket.on("close", () => sockets.delete(socket));
		let rest: Buffer = Buffer.alloc(0);
		socket.on("data", (bytes) => {
			rest = Buffer.concat([rest, bytes]);
			for (;;) {
				const packet = packetIn(rest);
				if (packet === null) return;
				rest = rest.subarray(packet.end);
				const { first, body } = packet;
				const type = first >> 4;
				if (type === CONNECT) socket.write(Buffer.from([0x20, 3, 0, 0, 0]));
				if (type === PINGREQ) socket.write(Buffer.from([0xd0, 0]));
				if (type === SUBSCRIBE)
					socket.write(subscribed(body, topicsIn(body).length));
				if (type !== PUBLISH) continue;
				const { id, ...message } = publishedIn(first, body);
				if (id !== null) socket.write(Buffer.from([0x40, 2, ...id]));
				published.push(message);
				// A doctor hears itself; the panel's own topics are not its commands.
				if (message.topic.includes("/command/"))
					socket.write(publishOf(message.topic, message.payload));
				wake();
			}
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	const port = typeof address === "object" ? address?.port : null;
	return {
		url: `mqtt://127.0.0.1:${port}`,
		published,
		say(topic, payload) {
			for (const socket of sockets) socket.write(publishOf(topic, payload));
		},
		async until(topic, count) {
			const come = () => published.filter((each) => each.topic === topic);
			while (come().length < count)
				await new Promise<void>((resolve) => {
					wake = resolve;
				});
		},
		async close() {
			for (const socket of sockets) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** The first whole packet; null where there is none. */
function packetIn(bytes: Buffer) {
	const length = numberAt(bytes, 1);
	if (length === null || bytes.length < length.end + length.value) return null;
	const end = length.end + length.value;
	return { first: bytes[0] ?? 0, body: bytes.subarray(length.end, end), end };
}

/** A number of 7 bits an octet. (MQTT 5, 1.5.5) */
function numberAt(bytes: Buffer, start: number) {
	let value = 0;
	for (let at = start; at < start + 4; at += 1) {
		const octet = bytes[at];
		if (octet === undefined) return null;
		value += (octet & 0x7f) << (7 * (at - start));
		if (octet < 0x80) return { value, end: at + 1 };
	}
	return null;
}

function publishedIn(first: number, body: Buffer) {
	const hasId = ((first >> 1) & 3) > 0;
	let at = 2 + body.readUInt16BE(0);
	const topic = body.toString("utf8", 2, at);
	const id = hasId ? body.subarray(at, at + 2) : null;
	at += hasId ? 2 : 0;
	const properties = numberAt(body, at) ?? { value: 0, end: at };
	const payload = body.toString("utf8", properties.end + properties.value);
	return { topic, payload, id };
}

function topicsIn(body: Buffer): readonly string[] {
	const properties = numberAt(body, 2) ?? { value: 0, end: 2 };
	const topics: string[] = [];
	let at = properties.end + properties.value;
	while (at < body.length) {
		const end = at + 2 + body.readUInt16BE(at);
		topics.push(body.toString("utf8", at + 2, end));
		at = end + 1;
	}
	return topics;
}

function subscribed(body: Buffer, count: number): Buffer {
	const granted = Array.from({ length: count }, () => 0);
	const id = body.subarray(0, 2);
	return Buffer.from([0x90, 3 + count, ...id, 0, ...granted]);
}

function publishOf(topic: string, payload: string): Buffer {
	const name = Buffer.from(topic);
	const body = Buffer.from([
		...[name.length >> 8, name.length & 0xff, ...name, 0],
		...Buffer.from(payload),
	]);
	const length =
		body.length < 128
			? [body.length]
			: [(body.length & 0x7f) | 0x80, body.length >> 7];
	return Buffer.concat([Buffer.from([0x30, ...length]), body]);
}
