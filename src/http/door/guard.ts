import type { Context } from "hono";
import { sameSecret } from "../../same-secret.ts";
import { Problem } from "../problem.ts";
import type { Tickets } from "./tickets.ts";

/** Who may speak to the server, and as whom it may be spoken to. */
export interface Admission {
	/** Names of the server, without port. */
	readonly hosts: readonly string[];
	/** What every request has to bring; null where only this machine can reach it. */
	readonly token: string | null;
	readonly tickets: Tickets;
}

/**
 * Keeps pages of others away: one that somebody visits could else reach a panel
 * through the browser, also where its name leads to this machine (DNS rebinding).
 *
 * @throws Problem for another name, a page of another origin, and without the token
 */
export function guard(c: Context, { hosts, token, tickets }: Admission): void {
	const host = (c.req.header("Host") ?? "").toLowerCase();
	if (!hosts.includes(host.replace(/:\d+$/, "")))
		throw new Problem(421, "host/unknown", "this server has another name");
	const origin = c.req.header("Origin");
	if (origin !== undefined && !isOwn(origin, host))
		throw new Problem(
			403,
			"origin/foreign",
			"a page of another origin may not ask",
		);
	if (token !== null && isGuarded(c.req.path)) demandToken(c, token, tickets);
}

/** A page of another port of this machine is another origin. */
function isOwn(origin: string, host: string): boolean {
	return URL.canParse(origin) && new URL(origin).host === host;
}

/** The page itself tells nothing, and brings the token with what it asks for. */
function isGuarded(path: string): boolean {
	return path !== "/" && path !== "/healthz";
}

function demandToken(c: Context, token: string, tickets: Tickets): void {
	const [, given = ""] =
		/^Bearer (\S{1,200})$/i.exec(c.req.header("Authorization") ?? "") ?? [];
	if (sameSecret(given, token)) return;
	const ticket = c.req.query("ticket");
	if (c.req.method === "GET" && ticket !== undefined && tickets.use(ticket))
		return;
	throw new Problem(
		401,
		"token/missing",
		"send the token that was printed at the start, as Authorization: Bearer",
		[],
		{ "WWW-Authenticate": "Bearer" },
	);
}
