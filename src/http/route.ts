import type * as z from "zod";

/** A request as its handler gets it: judged by the route's schemas. */
export interface ApiRequest<Q, B> {
	/** The names in braces of the path. */
	readonly params: { readonly [name: string]: string };
	readonly query: Q;
	readonly body: B;
	/** Aborts when nobody waits for the answer any more. */
	readonly signal: AbortSignal;
}

/**
 * One route, declared. The server, openapi.json and docs/http.md all come from
 * this.
 */
export interface Route<Q = unknown, B = unknown> {
	readonly method: "get" | "post" | "put" | "delete";
	/** With names in braces: `/v1/panels/{panel}/texts`. */
	readonly path: string;
	/** One sentence in the imperative. */
	readonly summary: string;
	readonly query?: z.ZodType<Q>;
	readonly body?: z.ZodType<B>;
	readonly status: 200 | 201 | 204;
	/** Of the answer; null where it has no body. */
	readonly answer: z.ZodType | null;
	/** Besides JSON the activity is a stream of events. */
	readonly streams?: boolean;
	run(request: ApiRequest<Q, B>): unknown;
}

/** Says what a route is; the types of its handler follow from its schemas. */
export function defineRoute<Q, B>(route: Route<Q, B>): Route {
	return route as Route;
}
