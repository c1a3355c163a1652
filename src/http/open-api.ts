import * as z from "zod";
import { problemSchema } from "./problem.ts";
import type { Route } from "./route.ts";

/** The description of the API, OpenAPI 3.1, from the routes alone. */
export function openApi(routes: readonly Route[]): object {
	const schemas: { [name: string]: object } = {};
	const paths: { [path: string]: { [method: string]: object } } = {};
	for (const route of routes) {
		const operations = paths[route.path] ?? {};
		paths[route.path] = operations;
		operations[route.method] = operation(route, schemas);
	}
	return {
		openapi: "3.1.0",
		info: {
			title: "alarmpanel",
			version: "1",
			description:
				"Throw-away alarm panels and phone networks for tests, each with a time of its own; the panel that runs; and what can be asked of messages and models.",
			license: { name: "MIT", identifier: "MIT" },
		},
		servers: [{ url: "http://127.0.0.1:8086" }],
		// The token is asked for where the server listens to other machines.
		security: [{}, { token: [] }],
		paths,
		components: {
			schemas,
			securitySchemes: { token: { type: "http", scheme: "bearer" } },
		},
	};
}

type Schemas = { [name: string]: object };

function operation(route: Route, schemas: Schemas): object {
	const { summary, body, status, answer, streams } = route;
	return {
		operationId: operationId(route),
		summary,
		...parameters(route, schemas),
		...(body === undefined
			? {}
			: {
					requestBody: {
						required: true,
						content: {
							"application/json": { schema: shaped(body, schemas, "input") },
						},
					},
				}),
		responses: {
			[status]: {
				description: "Done.",
				...(answer === null
					? {}
					: {
							content: {
								"application/json": {
									schema: shaped(answer, schemas, "output"),
								},
								...(streams
									? { "text/event-stream": { schema: { type: "string" } } }
									: {}),
							},
						}),
			},
			default: {
				description: "Refused.",
				content: {
					"application/problem+json": {
						schema: shaped(problemSchema, schemas, "output"),
					},
				},
			},
		},
	};
}

function parameters({ path, query, once }: Route, schemas: Schemas): object {
	const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
		name,
		in: "path",
		required: true,
		schema: { type: "string" },
	}));
	const shape =
		query === undefined
			? {}
			: (shaped(query, schemas, "input") as { properties?: object }).properties;
	const inQuery = Object.entries(shape ?? {}).map(([name, schema]) => ({
		name,
		in: "query",
		required: false,
		schema,
	}));
	const inHeader = once
		? [
				{
					name: "Idempotency-Key",
					in: "header",
					required: false,
					description:
						"A request that comes again with the same key is answered as before.",
					schema: { type: "string", maxLength: 200 },
				},
			]
		: [];
	const all = [...inPath, ...inQuery, ...inHeader];
	return all.length === 0 ? {} : { parameters: all };
}

/** A schema as JSON Schema; one with an id stands among the components. */
function shaped(
	schema: z.ZodType,
	schemas: Schemas,
	io: "input" | "output",
): object {
	const { $defs = {}, ...shape } = z.toJSONSchema(schema, {
		io,
		unrepresentable: "any",
		target: "draft-2020-12",
	}) as { $defs?: Schemas; [member: string]: unknown };
	for (const [name, shared] of Object.entries($defs))
		schemas[name] = component(shared);
	delete shape.$schema;
	const { id, ...rest } = shape;
	if (typeof id !== "string") return component(shape);
	schemas[id] = component(rest);
	return { $ref: `#/components/schemas/${id}` };
}

/** References among the definitions of one schema are ones among the components. */
function component(schema: object): object {
	const text = JSON.stringify(schema).replaceAll(
		'"#/$defs/',
		'"#/components/schemas/',
	);
	const { id: _, ...rest } = JSON.parse(text);
	return rest;
}

/** `post /v1/panels/{panel}/texts` is `postPanelTexts`. */
function operationId({ method, path }: Route): string {
	const words = path
		.split("/")
		.slice(2)
		.map((part) => part.replace(/[{}]/g, ""))
		.map((part) => part.charAt(0).toUpperCase() + part.slice(1));
	return method + words.join("");
}
