import { hostname, networkInterfaces } from "node:os";
import { serve } from "@hono/node-server";
import type { Clock } from "../time/clock.ts";
import { api } from "./app.ts";
import type { HeldPanel } from "./held/held-panel.ts";

/**
 * Connections at a time. More would take the file descriptors that the panel needs
 * to write its file and to open its modem.
 */
const MOST_CONNECTIONS = 2000;

/** A server of the API that listens. */
export interface ApiServer {
	/** `http://127.0.0.1:8086` */
	readonly address: string;
	close(): Promise<void>;
}

export interface ServerOptions {
	readonly host: string;
	/** 0 takes one that is free. */
	readonly port: number;
	/** The machine's. */
	readonly clock: Clock;
	/** What every request has to bring, where other machines can reach the server. */
	readonly token?: string | null;
	/** The panel of the file that this process runs. */
	readonly house?: HeldPanel;
	/** The page at `/`, as HTML. */
	readonly page?: string | undefined;
	/** Told of what is no fault of a request. */
	readonly onTrouble?: ((error: unknown) => void) | undefined;
}

/**
 * Has the API listen at an address of this machine.
 *
 * @throws the operating system's error, as for a port that is taken
 */
export async function listen({
	host,
	port,
	clock,
	token = null,
	house,
	page,
	onTrouble,
}: ServerOptions): Promise<ApiServer> {
	const { app, close } = api({
		clock,
		token,
		hosts: ["localhost", "127.0.0.1", "[::1]", ...namesOf(host)],
		house: house ?? null,
		page,
		onTrouble,
	});
	return await new Promise((resolve, reject) => {
		const server = serve(
			{ fetch: app.fetch, hostname: host, port },
			({ port: taken }) =>
				resolve({
					address: `http://${written(host)}:${taken}`,
					close: () =>
						new Promise((closed) => {
							close();
							server.close(() => closed());
							if ("closeAllConnections" in server) server.closeAllConnections();
						}),
				}),
		);
		server.maxConnections = MOST_CONNECTIONS;
		server.once("error", reject);
	});
}

/** As what machines write to: a wildcard is every address of this one. */
function namesOf(host: string): readonly string[] {
	if (host !== "0.0.0.0" && host !== "::") return [written(host)];
	const addresses = Object.values(networkInterfaces()).flatMap(
		(each) => each?.map(({ address }) => written(address)) ?? [],
	);
	const name = hostname().toLowerCase();
	return [...addresses, name, `${name}.local`];
}

/** An IPv6 address stands in brackets. */
function written(host: string): string {
	return host.includes(":") ? `[${host}]` : host.toLowerCase();
}
