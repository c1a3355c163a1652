import { createConnection, createServer, type Socket } from "node:net";
import { arrivals, flowingArrivals } from "./arrivals.ts";
import type { Transport } from "./transport.ts";

/** Where a program listens or is to be reached. */
export interface TcpPlace {
	readonly host: string;
	/** 0 to 65535; 0 lets a listener take any free port. */
	readonly port: number;
}

/** A port that waits for connections. */
export interface TcpListener {
	/** With the port that it really has: `tcp://127.0.0.1:43917`. */
	readonly name: string;
	readonly port: number;
	/** One transport per connection, until the listener is closed. To be iterated once. */
	readonly connections: AsyncIterable<Transport>;
	/** Takes no more connections; those that are open stay open. */
	close(): Promise<void>;
}

/**
 * Connects to a listening port. Rejects, with the place in its message, where none listens.
 * @param signal gives up trying
 */
export function connectTcp(
	{ host, port }: TcpPlace,
	signal?: AbortSignal,
): Promise<Transport> {
	const name = tcpName(host, port);
	return new Promise((resolve, reject) => {
		const until = signal === undefined ? {} : { signal };
		const socket = createConnection({ host, port, noDelay: true, ...until });
		const refuse = (error: Error) =>
			reject(new Error(`${name}: ${error.message}`, { cause: error }));
		socket.once("error", refuse);
		socket.once("connect", () => {
			socket.off("error", refuse);
			resolve(socketTransport(socket, name));
		});
	});
}

/**
 * Listens, on this machine only unless another host is given. Rejects where
 * the port is taken.
 * @param mostConnections open at a time; more are closed at once, so that nobody
 *   takes all the descriptors of this process
 */
export function listenTcp(
	{ host = "127.0.0.1", port = 0 }: Partial<TcpPlace> = {},
	mostConnections = 10,
): Promise<TcpListener> {
	const connections = arrivals<Transport>();
	// A peer that has said its last still wants the answers.
	const server = createServer({ noDelay: true, allowHalfOpen: true });
	server.maxConnections = mostConnections;
	server.on("connection", (socket) => {
		const { remoteAddress = "", remotePort = 0 } = socket;
		connections.push(
			socketTransport(socket, tcpName(remoteAddress, remotePort)),
		);
	});
	return new Promise((resolve, reject) => {
		server.once("error", (error) =>
			reject(
				new Error(`${tcpName(host, port)}: ${error.message}`, { cause: error }),
			),
		);
		server.listen({ host, port }, () => {
			const address = server.address();
			const taken =
				typeof address === "object" && address !== null ? address.port : port;
			resolve({
				name: tcpName(host, taken),
				port: taken,
				connections,
				async close() {
					connections.end();
					server.close();
				},
			});
		});
	});
}

function tcpName(host: string, port: number): string {
	return `tcp://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function socketTransport(socket: Socket, name: string): Transport {
	const bytes = flowingArrivals(socket);
	socket.on("data", (chunk: Buffer) => bytes.push(chunk));
	socket.on("end", () => bytes.end());
	socket.on("error", (error) =>
		bytes.fail(new Error(`${name}: ${error.message}`, { cause: error })),
	);
	socket.on("close", () => bytes.end());
	return {
		name,
		bytes,
		write: (chunk) =>
			new Promise((resolve, reject) => {
				if (!socket.writable) {
					reject(new Error(`${name} is closed`));
					return;
				}
				socket.write(chunk, (error) =>
					error ? reject(new Error(`${name}: ${error.message}`)) : resolve(),
				);
			}),
		close: () =>
			new Promise((resolve) => {
				if (socket.destroyed) {
					resolve();
					return;
				}
				socket.once("close", () => resolve());
				bytes.end();
				// Not destroyed at once, so that what was written still goes out; the
				// peer need not agree to the end.
				socket.end(() => socket.destroy());
			}),
	};
}
