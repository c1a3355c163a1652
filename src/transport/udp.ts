import { createSocket } from "node:dgram";
import { lookup } from "node:dns/promises";
import { isIPv6 } from "node:net";
import { flowingArrivals } from "./arrivals.ts";
import type { TcpPlace } from "./tcp.ts";
import type { Transport } from "./transport.ts";

/**
 * A line of datagrams to one place, each chunk one of them. Rejects where the host
 * has no address. A datagram that nobody takes makes no error: nobody answers.
 *
 * @param signal gives up looking for the host
 */
export async function connectUdp(
	{ host, port }: TcpPlace,
	signal?: AbortSignal,
): Promise<Transport> {
	const name = `udp://${host.includes(":") ? `[${host}]` : host}:${port}`;
	const { address } = await lookup(host).catch((error: Error) => {
		throw new Error(`${name}: ${error.message}`, { cause: error });
	});
	if (signal?.aborted) throw new Error(`${name}: given up`);
	const socket = createSocket(isIPv6(address) ? "udp6" : "udp4");
	const bytes = flowingArrivals({ pause() {}, resume() {} });
	socket.on("message", (chunk) => bytes.push(chunk));
	socket.on("error", () => {});
	socket.on("close", () => bytes.end());
	await new Promise<void>((resolve) => socket.connect(port, address, resolve));
	let isOpen = true;
	return {
		name,
		bytes,
		write: (chunk) =>
			new Promise((resolve, reject) => {
				if (!isOpen) {
					reject(new Error(`${name} is closed`));
					return;
				}
				socket.send(chunk, (error) =>
					error ? reject(new Error(`${name}: ${error.message}`)) : resolve(),
				);
			}),
		async close() {
			if (!isOpen) return;
			isOpen = false;
			bytes.end();
			await new Promise<void>((resolve) => socket.close(resolve));
		},
	};
}
