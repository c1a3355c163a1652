import { serve } from "@hono/node-server";
import type { Clock } from "../time/clock.ts";
import { apiApp } from "./app.ts";

/** A server of the API that listens. */
export interface ApiServer {
	/** `http://127.0.0.1:8086` */
	readonly address: string;
	close(): Promise<void>;
}

/**
 * Has the API listen at an address of this machine.
 *
 * @param port 0 takes one that is free
 * @throws the operating system's error, as for a port that is taken
 */
export async function listen(
	host: string,
	port: number,
	clock: Clock,
): Promise<ApiServer> {
	const app = apiApp({
		clock,
		hosts: ["localhost", "127.0.0.1", "[::1]", host],
	});
	return await new Promise((resolve, reject) => {
		const server = serve(
			{ fetch: app.fetch, hostname: host, port },
			({ port: taken }) =>
				resolve({
					address: `http://${host}:${taken}`,
					close: () =>
						new Promise((closed) => {
							server.close(() => closed());
							if ("closeAllConnections" in server) server.closeAllConnections();
						}),
				}),
		);
		server.once("error", reject);
	});
}
