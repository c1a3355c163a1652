import { systemClock } from "../../time/system-clock.ts";
import { UsageError } from "../line/exit-code.ts";
import { complain } from "../line/print.ts";

/**
 * Has the API listen where `--http` says while work is done, and prints its
 * address.
 *
 * @param where undefined where nobody asks for it
 * @throws UsageError for what is no address of this machine
 */
export async function withApi<T>(
	where: string | undefined,
	work: () => Promise<T>,
): Promise<T> {
	if (where === undefined) return await work();
	const { host, port } = placeIn(where);
	// Few ask for it, and it brings a server.
	const { listen } = await import("../../http/server.ts");
	const server = await listen(host, port, systemClock);
	try {
		complain(
			`HTTP API for throw-away panels at ${server.address}/v1; ${server.address}/openapi.json describes it`,
		);
		return await work();
	} finally {
		await server.close();
	}
}

function placeIn(where: string): { host: string; port: number } {
	const read = /^(127\.0\.0\.1|localhost):(\d{1,5})$/.exec(where);
	const [, host = "", port = ""] = read ?? [];
	if (read === null || Number(port) > 65_535)
		throw new UsageError(
			`--http: HOST:PORT with an address of this machine, as 127.0.0.1:8086, not ${where}`,
		);
	return { host, port: Number(port) };
}
