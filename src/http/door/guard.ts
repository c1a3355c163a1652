import type { Context } from "hono";
import { Problem } from "../problem.ts";

/**
 * Keeps pages of others away: one that somebody visits could else reach a panel
 * through the browser, also where its name leads to this machine (DNS rebinding).
 *
 * @param hosts names under which the server is spoken to, without port
 * @throws Problem for another name and for a page of another origin
 */
export function guard(c: Context, hosts: readonly string[]): void {
	const host = nameIn(c.req.header("Host") ?? "");
	if (!hosts.includes(host))
		throw new Problem(421, "host/unknown", "this server has another name");
	const origin = c.req.header("Origin");
	if (origin !== undefined && !isOwn(origin, c.req.header("Host") ?? ""))
		throw new Problem(
			403,
			"origin/foreign",
			"a page of another origin may not ask",
		);
}

/** A page of another port of this machine is another origin. */
function isOwn(origin: string, host: string): boolean {
	return URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}

/** `[::1]:8086` and `localhost:8086` without the port. */
function nameIn(host: string): string {
	return host.toLowerCase().replace(/:\d+$/, "");
}
