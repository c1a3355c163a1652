import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { listen } from "../../src/http/server.ts";
import { systemClock } from "../../src/time/system-clock.ts";

const MOST = 2000;

test("more connections than 2000 are closed at once, so that the panel can open its file", async () => {
	const server = await listen({
		host: "127.0.0.1",
		port: 0,
		clock: systemClock,
	});
	const sockets: Socket[] = [];
	onTestFinished(async () => {
		for (const socket of sockets) socket.destroy();
		await server.close();
	});
	const { port } = new URL(server.address);
	const open = async (): Promise<Socket> => {
		const socket = connect(Number(port), "127.0.0.1");
		socket.on("error", () => {});
		sockets.push(socket);
		await once(socket, "connect");
		return socket;
	};
	/** How an answer begins; "" where the connection is closed without one. */
	const asked = async (socket: Socket) => {
		socket.write(`GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
		const answer = once(socket, "data").then(([octets]) => String(octets));
		const closed = once(socket, "close").then(() => "");
		return (await Promise.race([answer, closed])).split("\r\n")[0];
	};
	for (let count = 0; count < MOST; count += 1) await open();
	const [first] = sockets;
	const surplus = await open();
	expect(await asked(surplus)).toBe("");
	// Those that are there are served, and one that goes makes room.
	expect(await asked(first as Socket)).toBe("HTTP/1.1 200 OK");
	first?.destroy();
	await once(first as Socket, "close");
	let next = "";
	while (next === "") next = (await asked(await open())) ?? "";
	expect(next).toBe("HTTP/1.1 200 OK");
});
