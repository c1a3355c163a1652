/** Programs that write without an end, and what a process needs meanwhile. */
import { readFileSync } from "node:fs";
import { createServer, type Socket } from "node:net";

/** A program at a TCP port that answers each of its callers with a flood. */
export async function floodingModem(piece: string | Buffer): Promise<{
	readonly url: string;
	readonly poured: () => number;
	close(): void;
}> {
	const sockets = new Set<Socket>();
	let poured = 0;
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on("error", () => socket.destroy());
		socket.on("close", () => sockets.delete(socket));
		// What it is told is not heard, and must not fill a buffer.
		socket.resume();
		const pour = () => {
			while (!socket.destroyed) {
				poured += piece.length;
				if (!socket.write(piece)) return;
			}
		};
		socket.on("drain", pour);
		pour();
	});
	await new Promise<void>((resolve) =>
		server.listen(0, "127.0.0.1", () => resolve()),
	);
	const address = server.address();
	if (address === null || typeof address === "string")
		throw new Error("no port");
	return {
		url: `tcp://127.0.0.1:${address.port}`,
		poured: () => poured,
		close() {
			for (const socket of sockets) socket.destroy();
			server.close();
		},
	};
}

/** The most memory that a process has had, in MiB, as the kernel counts it; 0 once it has ended. */
export function peakMemory(pid: number): number {
	const status = readFileSync(`/proc/${pid}/status`, "utf8");
	return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
}
