import { createConnection } from "node:net";
import { expect, test } from "vitest";
import { connectTcp, listenTcp } from "../../src/transport/tcp.ts";
import { bytesOf, lineReader } from "../support/line-reader.ts";

test("a listener on port 0 names the port that it has, on this machine only", async () => {
	const listener = await listenTcp();
	expect(listener.name).toBe(`tcp://127.0.0.1:${listener.port}`);
	expect(listener.port).toBeGreaterThan(0);
	await listener.close();
});

test("each connection is a line of its own, for all 256 bytes and both ways", async () => {
	const listener = await listenTcp();
	const every = Uint8Array.from({ length: 256 }, (_, index) => index);
	const client = await connectTcp({ host: "127.0.0.1", port: listener.port });
	await client.write(every);
	for await (const line of listener.connections) {
		const reader = lineReader(line);
		const arrived = await reader.until("\xff");
		await line.write(bytesOf(arrived));
		await line.close();
		break;
	}
	expect(await lineReader(client).rest()).toBe(
		Buffer.from(every).toString("latin1"),
	);
	await client.close();
	await listener.close();
});

test("bytes that came before the peer went away are read, and the end is an end", async () => {
	const listener = await listenTcp();
	createConnection({ host: "127.0.0.1", port: listener.port }).end("farewell");
	for await (const line of listener.connections) {
		expect(await lineReader(line).rest()).toBe("farewell");
		await line.close();
		await line.close();
		await expect(line.write(bytesOf("?"))).rejects.toThrow("is closed");
		break;
	}
	await listener.close();
});

test("a place where nobody listens is named in the error", async () => {
	const listener = await listenTcp();
	const place = { host: "127.0.0.1", port: listener.port };
	await listener.close();
	await expect(connectTcp(place)).rejects.toThrow(
		`${listener.name}: connect ECONNREFUSED`,
	);
});

test("a port has one listener: the second is told which port is taken", async () => {
	const first = await listenTcp();
	await expect(listenTcp({ port: first.port })).rejects.toThrow(
		`${first.name}: listen EADDRINUSE`,
	);
	await first.close();
});

test("whoever writes faster than is read is made to wait", async () => {
	const listener = await listenTcp();
	const client = await connectTcp({ host: "127.0.0.1", port: listener.port });
	let written = false;
	const writing = client.write(new Uint8Array(64 << 20)).then(async () => {
		written = true;
		await client.close();
	});
	for await (const line of listener.connections) {
		let read = 0;
		for await (const bytes of line.bytes) {
			if (read === 0) {
				for (let round = 0; round < 1000; round++)
					await new Promise(setImmediate);
				expect(written).toBe(false);
			}
			read += bytes.length;
		}
		expect(read).toBe(64 << 20);
		await line.close();
		break;
	}
	await writing;
	await listener.close();
});

test("of more callers than a line takes, the last ones are hung up on", async () => {
	const listener = await listenTcp();
	const callers = Array.from({ length: 13 }, () => {
		const socket = createConnection(listener.port, "127.0.0.1");
		socket.on("error", () => {});
		return socket;
	});
	const dropped = new Set<(typeof callers)[number]>();
	await new Promise<void>((resolve) => {
		for (const socket of callers)
			socket.on("close", () => {
				dropped.add(socket);
				if (dropped.size === 3) resolve();
			});
	});
	const still = callers.filter((socket) => !dropped.has(socket));
	expect(still).toHaveLength(10);
	for (const socket of still) socket.destroy();
	await listener.close();
});
