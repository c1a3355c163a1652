import type { ServerResponse } from "node:http";
import { type Context, Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { matchedRoutes } from "hono/route";
import { ConfigWriteError } from "../store/config-write-error.ts";
import type { Clock } from "../time/clock.ts";
import { activityEvents } from "./door/activity-events.ts";
import { answer, jsonAnswer, STANDING_HEADERS } from "./door/answers.ts";
import { limited } from "./door/body-limit.ts";
import { guard } from "./door/guard.ts";
import { pageAnswer } from "./door/page.ts";
import { Repeats } from "./door/repeats.ts";
import { jsonIn, judged } from "./door/request-body.ts";
import { Tickets } from "./door/tickets.ts";
import type { HeldPanel } from "./held/held-panel.ts";
import { Panels } from "./held/panels.ts";
import { gauge, METRICS_TYPE, metricsText } from "./metrics/metric.ts";
import { processMetrics } from "./metrics/process-metrics.ts";
import { RequestCounts } from "./metrics/request-counts.ts";
import { openApi } from "./open-api.ts";
import { Problem } from "./problem.ts";
import type { Route } from "./route.ts";
import { lineRoutes } from "./routes/line-routes.ts";
import { messageRoutes } from "./routes/message-routes.ts";
import { networkRoutes } from "./routes/network-routes.ts";
import { panelDoing } from "./routes/panel-doing.ts";
import { panelMaking } from "./routes/panel-making.ts";
import { panelReading } from "./routes/panel-reading.ts";
import { panelTrying } from "./routes/panel-trying.ts";
import { siteRoutes } from "./routes/site-routes.ts";
import { ticketRoutes } from "./routes/ticket-routes.ts";

export interface AppOptions {
	/** The machine's, for the age of panels and for time that passes by itself. */
	readonly clock: Clock;
	/** Names under which the server is spoken to, without port. */
	readonly hosts: readonly string[];
	/** What every request has to bring; null where only this machine can reach it. */
	readonly token?: string | null;
	/** The panel of the file that this process runs; null where there is none. */
	readonly house: HeldPanel | null;
	/** The page that speaks to this API, as HTML. */
	readonly page?: string | undefined;
	/** Told of what is no fault of a request. */
	readonly onTrouble?: ((error: unknown) => void) | undefined;
}

/** The API, as an app that a server or a test hands requests to. */
export interface Api {
	readonly app: Hono;
	/** Throws the panels away. */
	close(): void;
}

/** Every route of the API. */
export function allRoutes(panels: Panels, tickets: Tickets): readonly Route[] {
	return [
		...panelMaking(panels),
		...panelDoing(panels),
		...panelTrying(panels),
		...panelReading(panels),
		...lineRoutes(panels),
		...networkRoutes(panels),
		...messageRoutes,
		...siteRoutes(panels),
		...ticketRoutes(tickets),
	];
}

export function api(options: AppOptions): Api {
	const { clock, hosts, house, page, token = null, onTrouble } = options;
	const panels = new Panels(clock, house);
	const tickets = new Tickets(clock);
	const access = { hosts, token, tickets };
	const routes = allRoutes(panels, tickets);
	const paths = new Map(routes.map(({ path }) => [honoPath(path), path]));
	const repeats = new Repeats();
	const requests = new RequestCounts();
	const own = processMetrics(clock);
	const app = new Hono();
	app.use(async (c, next) => {
		const ended = requests.begin();
		await next();
		ended(routeOf(c, paths), methodOf(c), c.res.status);
	});
	app.use((c, next) => {
		guard(c, access);
		return next();
	});
	app.use(limited);
	if (page !== undefined) app.get("/", () => pageAnswer(page));
	// To make it takes as long as hundreds of other requests.
	let description: string | null = null;
	app.get("/openapi.json", () => {
		description ??= JSON.stringify(openApi(routes));
		return answer(200, description, { "Content-Type": "application/json" });
	});
	const told = (reasons: readonly string[]) => {
		const ok = reasons.length === 0;
		return jsonAnswer(ok ? 200 : 503, { ok, reasons });
	};
	app.get("/healthz", () => told(house?.measured?.ailments() ?? []));
	app.get("/readyz", async () =>
		told((await house?.measured?.hindrances()) ?? []),
	);
	app.get("/metrics", () =>
		answer(
			200,
			metricsText([
				...(house?.measured?.metrics() ?? []),
				gauge("alarmpanel_test_panels", "Throw-away panels that there are", [
					[{}, panels.throwaway.list().length],
				]),
				...requests.metrics,
				...own.metrics(),
			]),
			{ "Content-Type": METRICS_TYPE },
		),
	);
	for (const route of routes)
		app.on(route.method.toUpperCase(), honoPath(route.path), (c) =>
			route.streams && accepts(c, "text/event-stream")
				? streamed(c, panels, clock)
				: answered(c, route, repeats),
		);
	for (const path of new Set(routes.map(({ path }) => path)))
		app.all(honoPath(path), () => {
			throw wrongMethod(routes.filter((route) => route.path === path));
		});
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
		onTrouble?.(error);
		if (error instanceof ConfigWriteError)
			return refused(
				new Problem(503, "file/not-written", `not done: ${error.message}`),
			);
		// Nothing of the panel's goes out with it.
		return refused(
			new Problem(500, "server/broken", "this is a fault of the server"),
		);
	});
	return {
		app,
		close() {
			panels.close();
			own.close();
		},
	};
}

/**
 * The pattern that a request fits: `/v1/panels/{panel}`.
 * @param paths by how Hono writes them
 */
function routeOf(c: Context, paths: ReadonlyMap<string, string>): string {
	const matched = matchedRoutes(c).findLast(({ path }) => path !== "/*");
	return matched === undefined
		? "none"
		: (paths.get(matched.path) ?? matched.path);
}

/** Anybody may send a word that is no method. */
function methodOf({ req }: Context): string {
	return METHODS.has(req.method) ? req.method : "other";
}

const METHODS: ReadonlySet<string> = new Set([
	"DELETE",
	"GET",
	"HEAD",
	"OPTIONS",
	"PATCH",
	"POST",
	"PUT",
]);

function wrongMethod(there: readonly Route[]): Problem {
	const allowed = there.map(({ method }) => method.toUpperCase()).join(", ");
	return new Problem(405, "method/unknown", `this path takes ${allowed}`, [], {
		Allow: allowed,
	});
}

function streamed(c: Context, panels: Panels, clock: Clock): Response {
	const id = c.req.param("panel") ?? "";
	const { activity } = panels.get(id).panel;
	// What the server of Node's hands on; a test without a socket has none.
	const { outgoing } = (c.env ?? {}) as { outgoing?: ServerResponse };
	const stream = activityEvents(c, {
		activity,
		clock,
		over: panels.read(id),
		drop: () => outgoing?.destroy(),
	});
	for (const [name, value] of Object.entries(STANDING_HEADERS))
		stream.headers.set(name, value);
	return stream;
}

async function answered(
	c: Context,
	route: Route,
	repeats: Repeats,
): Promise<Response> {
	const query = judged(route.query, c.req.query(), "query/wrong");
	const body =
		route.body === undefined
			? undefined
			: judged(route.body, await jsonIn(c), "body/wrong");
	const params = c.req.param();
	const request = {
		params,
		query,
		body,
		// To make it takes as long as most routes do.
		get signal() {
			return c.req.raw.signal;
		},
	};
	const run = async () => await route.run(request);
	const key = route.once ? c.req.header("Idempotency-Key") : undefined;
	const done =
		key === undefined
			? await run()
			: await repeats.once(c.req.path, key, body, run);
	if (route.status === 204) return answer(204, null);
	return jsonAnswer(
		route.status,
		done,
		route.status === 201 && isNamed(done)
			? { Location: `${route.path}/${done.id}` }
			: {},
	);
}

function isNamed(made: unknown): made is { readonly id: string } {
	return typeof made === "object" && made !== null && "id" in made;
}

function refused({ body, headers }: Problem): Response {
	return jsonAnswer(body.status, body, {
		"Content-Type": "application/problem+json",
		...headers,
	});
}

function accepts(c: Context, type: string): boolean {
	return (c.req.header("Accept") ?? "").includes(type);
}

/** `/v1/panels/{panel}` as Hono writes it. */
function honoPath(path: string): string {
	return path.replace(/\{(\w+)\}/g, ":$1");
}
