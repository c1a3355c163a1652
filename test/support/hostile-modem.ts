/** Programs at a TCP port that no modem should be. */
import { createServer, type Server, type Socket } from "node:net";

export type HostileModem = keyof typeof behaviours;

/** What a program does with a new connection; null where nothing listens at all. */
const behaviours = {
	absent: null,
	silent: () => {},
	refuses: (socket: Socket) =>
		socket.on("data", (bytes) => {
			if (bytes.includes("\r")) socket.write("\r\nERROR\r\n");
		}),
	"hangs up": (socket: Socket) => socket.end(),
	floods(socket: Socket) {
		const flood = '+CMTI: "SM",1\r\n'.repeat(1000);
		const pour = () => {
			while (!socket.destroyed && socket.write(flood));
		};
		socket.on("drain", pour);
		pour();
	},
} as const satisfies Record<string, ((socket: Socket) => unknown) | null>;

export const hostileModems = Object.keys(behaviours) as HostileModem[];

/** @returns its URL, and what ends it */
export async function hostileModem(
	kind: HostileModem,
): Promise<{ readonly url: string; close(): void }> {
	const behave = behaviours[kind];
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on("error", () => socket.destroy());
		behave?.(socket);
	});
	const port = await listening(server);
	const close = () => {
		for (const socket of sockets) socket.destroy();
		server.close();
	};
	if (behave === null) close();
	return { url: `tcp://127.0.0.1:${port}`, close };
}

async function listening(server: Server): Promise<number> {
	await new Promise<void>((resolve) =>
		server.listen(0, "127.0.0.1", () => resolve()),
	);
	const address = server.address();
	if (address === null || typeof address === "string")
		throw new Error("no port");
	return address.port;
}
