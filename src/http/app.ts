import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { streamSSE } from "hono/streaming";
import type * as z from "zod";
import type { ActivityFeed } from "../firmware/activity.ts";
import type { Clock } from "../time/clock.ts";
import { activityJson } from "../views/activity-json.ts";
import { messageRoutes } from "./message-routes.ts";
import { openApi } from "./open-api.ts";
import { panelRoutes } from "./panel-routes.ts";
import { Problem, schemaErrors } from "./problem.ts";
import type { Route } from "./route.ts";
import { ThrowawayPanels } from "./throwaway-panels.ts";

/** Octets of the largest body: a snapshot with a long log has a tenth of it. */
const LARGEST_BODY = 1_000_000;
/** Activities that wait for a reader of a stream before it is dropped. */
const MOST_UNREAD = 1000;

export interface AppOptions {
	/** The machine's, for the age of panels. */
	readonly clock: Clock;
	/** Names under which the server is spoken to, without port. */
	readonly hosts: readonly string[];
}

/** Every route of the API. */
export function allRoutes(panels: ThrowawayPanels): readonly Route[] {
	return [...panelRoutes(panels), ...messageRoutes];
}

/** The API, as an app that a server or a test hands requests to. */
export function apiApp({ clock, hosts }: AppOptions): Hono {
	const panels = new ThrowawayPanels(clock);
	const routes = allRoutes(panels);
	const app = new Hono();
	app.use(async (c, next) => {
		guard(c, hosts);
		await next();
		c.header("Cache-Control", "no-store");
		c.header("X-Content-Type-Options", "nosniff");
		c.header("Content-Security-Policy", "default-src 'none'");
	});
	app.use(
		bodyLimit({
			maxSize: LARGEST_BODY,
			onError: () => {
				throw new Problem(
					413,
					"body/too-large",
					`a body has at most ${LARGEST_BODY} octets`,
					[],
					// The rest of it is not read.
					{ Connection: "close" },
				);
			},
		}),
	);
	app.get("/openapi.json", (c) => c.json(openApi(routes)));
	app.get("/healthz", (c) => c.json({ ok: true }));
	for (const route of routes)
		app.on(route.method.toUpperCase(), honoPath(route.path), async (c) => {
			if (route.streams && accepts(c, "text/event-stream"))
				return events(c, panels.get(c.req.param("panel") ?? "").panel.activity);
			return await answered(c, route);
		});
	for (const path of new Set(routes.map(({ path }) => path))) {
		const allowed = routes
			.filter((route) => route.path === path)
			.map(({ method }) => method.toUpperCase())
			.join(", ");
		app.all(honoPath(path), () => {
			throw new Problem(
				405,
				"method/unknown",
				`this path takes ${allowed}`,
				[],
				{ Allow: allowed },
			);
		});
	}
	app.notFound(() =>
		refused(
			new Problem(
				404,
				"path/unknown",
				"there is no such path; /openapi.json lists them",
			),
		),
	);
	app.onError((error) => {
		if (error instanceof Problem) return refused(error);
		if (error instanceof HTTPException)
			return refused(new Problem(400, "body/not-json", error.message));
		// Nothing of the panel's goes out with it.
		return refused(
			new Problem(500, "server/broken", "this is a fault of the server"),
		);
	});
	return app;
}

/** A page of somebody else's must not reach a panel through the reader's browser. */
function guard(c: Context, hosts: readonly string[]): void {
	const host = nameIn(c.req.header("Host") ?? "");
	if (!hosts.includes(host))
		throw new Problem(421, "host/unknown", "this server has another name");
	const origin = c.req.header("Origin");
	if (origin !== undefined && !isOwn(origin, hosts))
		throw new Problem(
			403,
			"origin/foreign",
			"a page of another origin may not ask",
		);
}

function isOwn(origin: string, hosts: readonly string[]): boolean {
	return URL.canParse(origin) && hosts.includes(new URL(origin).hostname);
}

/** `[::1]:8086` and `localhost:8086` without the port. */
function nameIn(host: string): string {
	return host.replace(/:\d+$/, "");
}

async function answered(c: Context, route: Route): Promise<Response> {
	const query = judged(route.query, c.req.query(), "query/wrong");
	const body =
		route.body === undefined
			? undefined
			: judged(route.body, await jsonIn(c), "body/wrong");
	const params = c.req.param();
	const answer = await route.run({ params, query, body });
	if (route.status === 204) return c.body(null, 204);
	if (route.status === 201 && isNamed(answer))
		c.header("Location", `${route.path}/${answer.id}`);
	return c.json(answer as object, route.status);
}

function isNamed(answer: unknown): answer is { readonly id: string } {
	return typeof answer === "object" && answer !== null && "id" in answer;
}

function judged(
	schema: z.ZodType | undefined,
	value: unknown,
	code: "query/wrong" | "body/wrong",
): unknown {
	if (schema === undefined) return undefined;
	const read = schema.safeParse(value);
	if (read.success) return read.data;
	const what = code === "body/wrong" ? "the body" : "the query";
	throw new Problem(
		422,
		code,
		`${what} does not fit`,
		schemaErrors(read.error),
	);
}

/** @throws Problem for a body that is no JSON in UTF-8 */
async function jsonIn(c: Context): Promise<unknown> {
	const type = c.req.header("Content-Type") ?? "";
	// Forms can be sent by any page without being asked; JSON cannot.
	if (!/^application\/json\b/i.test(type))
		throw new Problem(415, "body/type", "send JSON, as application/json");
	const octets = await c.req.arrayBuffer();
	try {
		const text = new TextDecoder("utf-8", { fatal: true }).decode(octets);
		return JSON.parse(text);
	} catch {
		throw new Problem(400, "body/not-json", "the body is no JSON in UTF-8");
	}
}

/** What happens, as server-sent events; the id of each is the activity's. */
function events(c: Context, activity: ActivityFeed): Response {
	const last = Number(c.req.header("Last-Event-ID") ?? Number.NaN);
	const asked = Number(c.req.query("since") ?? Number.NaN);
	const since = Number.isInteger(last)
		? last + 1
		: Number.isInteger(asked)
			? asked
			: activity.next;
	return streamSSE(c, async (stream) => {
		const unread = [...activity.from(since)];
		let wake = () => {};
		const stop = activity.follow((each) => {
			unread.push(each);
			wake();
		});
		stream.onAbort(() => {
			stop();
			wake();
		});
		try {
			// A reader who does not read is dropped, and asks again from where it was.
			while (!stream.aborted && unread.length <= MOST_UNREAD) {
				const each = unread.shift();
				if (each === undefined) {
					await new Promise<void>((resolve) => {
						wake = resolve;
					});
					continue;
				}
				await stream.writeSSE({
					id: String(each.id),
					event: each.type,
					data: JSON.stringify(activityJson(each)),
				});
			}
		} finally {
			stop();
		}
	});
}

function refused({ body, headers }: Problem): Response {
	return new Response(JSON.stringify(body), {
		status: body.status,
		headers: { "Content-Type": "application/problem+json", ...headers },
	});
}

function accepts(c: Context, type: string): boolean {
	return (c.req.header("Accept") ?? "").includes(type);
}

/** `/v1/panels/{panel}` as Hono writes it. */
function honoPath(path: string): string {
	return path.replace(/\{(\w+)\}/g, ":$1");
}
