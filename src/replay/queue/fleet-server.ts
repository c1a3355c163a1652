import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import {
	createServer,
	type IncomingMessage,
	type Server,
	type ServerResponse,
} from "node:http";
import { sameSecret } from "../../same-secret.ts";
import { LARGEST_PIECE } from "./piece-bytes.ts";

/** Where a server listens. */
export interface ListenAt {
	readonly host: string;
	/** 0 for one that is free. */
	readonly port: number;
}

export interface FleetServer {
	/** Without a slash at the end. */
	readonly address: string;
	close(): Promise<void>;
}

type Answer = (
	url: URL,
	request: IncomingMessage,
	response: ServerResponse,
) => void | Promise<void>;

/**
 * Offers the files of a run to its workers, in ranges of bytes. Each request has to
 * bring the token.
 * @param files paths by the names that jobs have
 */
export function serveCorpus(
	at: ListenAt,
	files: ReadonlyMap<string, string>,
	token: string,
): Promise<FleetServer> {
	return listening(at, async (url, request, response) => {
		const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? "");
		if (!sameSecret(given?.[1] ?? "", token))
			return refuse(response, 401, { "WWW-Authenticate": "Bearer" });
		const path = files.get(url.searchParams.get("file") ?? "");
		if (url.pathname !== "/piece" || path === undefined)
			return refuse(response, 404);
		const range = /^bytes=(\d{1,15})-(\d{1,15})$/.exec(
			request.headers.range ?? "",
		);
		const start = Number(range?.[1]);
		const end = Number(range?.[2]);
		const { size } = await stat(path);
		const isWhole = range !== null && start <= end && end < size;
		if (!isWhole || end - start >= LARGEST_PIECE)
			return refuse(response, 416, { "Content-Range": `bytes */${size}` });
		response.writeHead(206, {
			"Content-Type": "application/octet-stream",
			"Content-Length": end - start + 1,
			"Content-Range": `bytes ${start}-${end}/${size}`,
		});
		createReadStream(path, { start, end })
			.on("error", () => response.destroy())
			.pipe(response);
	});
}

/** Tells programs how a run stands, in the form of Prometheus. */
export function serveMetrics(
	at: ListenAt,
	metrics: () => string,
): Promise<FleetServer> {
	return listening(at, (url, _, response) => {
		if (url.pathname !== "/metrics") return refuse(response, 404);
		response
			.writeHead(200, { "Content-Type": "text/plain; version=0.0.4" })
			.end(metrics());
	});
}

async function listening(at: ListenAt, answer: Answer): Promise<FleetServer> {
	const server = createServer(async (request, response) => {
		response.setHeader("Cache-Control", "no-store");
		response.setHeader("X-Content-Type-Options", "nosniff");
		if (request.method !== "GET")
			return refuse(response, 405, { Allow: "GET" });
		// A page of another site that takes this machine's name reads nothing here.
		if (request.headers.origin !== undefined) return refuse(response, 403);
		try {
			await answer(new URL(request.url ?? "/", "http://x"), request, response);
		} catch {
			if (response.headersSent) response.destroy();
			else refuse(response, 500);
		}
	});
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(at.port, at.host, resolve);
	});
	return { address: addressOf(server, at.host), close: () => closed(server) };
}

function addressOf(server: Server, host: string): string {
	const address = server.address();
	const port =
		address !== null && typeof address === "object" ? address.port : 0;
	return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

async function closed(server: Server): Promise<void> {
	const over = new Promise((resolve) => server.close(resolve));
	server.closeAllConnections();
	await over;
}

function refuse(
	response: ServerResponse,
	status: number,
	headers: Record<string, string> = {},
): void {
	response.writeHead(status, headers).end();
}
