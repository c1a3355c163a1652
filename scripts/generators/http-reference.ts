import * as z from "zod";
import { allRoutes } from "../../src/http/app.ts";
import { Tickets } from "../../src/http/door/tickets.ts";
import { Panels } from "../../src/http/held/panels.ts";
import { IDLE_TIME } from "../../src/http/held/shelf.ts";
import { MOST_PANELS } from "../../src/http/held/throwaway-panels.ts";
import { openApi } from "../../src/http/open-api.ts";
import { problemSchema } from "../../src/http/problem.ts";
import type { Route } from "../../src/http/route.ts";
import { systemClock } from "../../src/time/system-clock.ts";
import { HOUR } from "../../src/time/units.ts";
import { table } from "./markdown-table.ts";

const routes = allRoutes(
	new Panels(systemClock, null),
	new Tickets(systemClock),
);

/** openapi.json, as the server gives it at /openapi.json. */
export function openApiText(): string {
	return `${JSON.stringify(openApi(routes), null, "\t")}\n`;
}

/** docs/http.md: every route with what it takes and gives. */
export function httpReference(): string {
	return `# HTTP

\`alarmpanel serve --http 127.0.0.1:8086\` (and \`run --http\`) gives an API for tests in any language, and to the panel that runs. Port 0 takes one that is free; the address is printed.

- **Throw-away panels** (\`POST /v1/panels\`) keep all to themselves. The time of each passes when you say so (\`"time": "virtual"\`), so many times as fast as real time (\`60\`), or as it does (\`"real"\`). At most ${MOST_PANELS} are there at once, and one that nobody asks for is forgotten after ${IDLE_TIME / HOUR} hour. PINs and codes of theirs are shown as they are. One with a duress code or a silent button tells of neither, nor of reports in the log: what is read of it, and its record, are what they would be with the user's own code. \`"showDuress": true\` tells all; \`snapshot\`, \`digest\` and \`trace\` always do.
- **\`panels/house\`** is the panel of the file. It is read: status, log, activity, what its phones got, \`claims\` and \`wait\`, all with PINs and codes masked (\`--show-secrets\` shows them). It gives no snapshot, digest or record. With \`--allow-control\` it can be texted too, steps happen to it and settings change; \`npm start\` on a terminal allows that. Duress and silent alarms leave no trace in what is told, and neither do reports in the log, unless you say \`--show-duress\`: whoever forces somebody may read there.

Bodies are JSON in UTF-8, of at most 1,000,000 octets, sent as \`application/json\`. Instants are ISO 8601, lengths of time \`30s\` or \`1h 30m\`. Answers about a panel have \`next\`, the id that its next activity will have: hand it to \`wait\` as \`since\`, and nothing is missed in between. \`within\` counts in the panel's own time. Virtual time passes at once, from what happens to what happens next, until what you wait for is there; other time passes by itself, and the request waits for at most 10 minutes.

The server listens on this machine only, unless you say \`--expose\`: then every request has to bring the token that lies beside the panel's file (\`.panel-config.json.token\`, for its owner alone), as \`Authorization: Bearer\`. An EventSource cannot send that: it takes a ticket of \`POST /v1/tickets\`, which is good for one \`GET\` with \`?ticket=\`. There is no TLS; put a proxy in front where others can read along. The server refuses requests to another name (\`Host\`), from pages of another origin, and bodies that are no JSON, so that no page that you visit can reach it.

Where a connection breaks, send the request again with the same \`Idempotency-Key\`: texts, steps and new panels are taken once, and answered as before. The keys are in memory: behind a restart of \`serve\` the same request is taken anew, so look at the panel's status first. A stream of \`activity\` goes on behind its \`Last-Event-ID\`; where that is kept no more, an event \`gap\` says what is missing, and a reader that does not read is dropped.

What is refused is answered with \`application/problem+json\`: \`status\`, \`title\` in words, \`errors\` with the places in the body, and one of these as \`code\`: ${codes()}.

\`GET /openapi.json\` describes all of it ([openapi.json](../openapi.json)); \`GET /healthz\` says whether the panel lives, \`GET /readyz\` whether it can work now: \`{"ok":true,"reasons":[]}\`, else 503 with the reasons. \`GET /metrics\` is for Prometheus ([metrics.md](metrics.md)). Of these only \`/healthz\` needs no token.

${routes.map(section).join("\n\n")}
`;
}

function codes(): string {
	return problemSchema.shape.code.options
		.map((code) => `\`${code}\``)
		.join(", ");
}

function section({
	method,
	path,
	summary,
	query,
	body,
	answer,
	status,
}: Route): string {
	return [
		`## \`${method.toUpperCase()} ${path}\``,
		summary,
		...fieldTable("query", query, "input"),
		...fieldTable("body", body, "input"),
		answer === null
			? `Answers ${status} without a body.`
			: `Answers ${status} with ${named(answer)}.`,
	].join("\n\n");
}

interface JsonSchema {
	readonly $ref?: string;
	readonly $defs?: { readonly [name: string]: JsonSchema };
	readonly properties?: { readonly [name: string]: JsonSchema };
	readonly required?: readonly string[];
	readonly anyOf?: readonly JsonSchema[];
	readonly type?: string;
	readonly enum?: readonly string[];
	readonly const?: unknown;
	readonly description?: string;
	readonly default?: unknown;
}

function shapeOf(schema: z.ZodType, io: "input" | "output"): JsonSchema {
	return z.toJSONSchema(schema, {
		io,
		unrepresentable: "any",
	}) as JsonSchema;
}

function fieldTable(
	head: string,
	schema: z.ZodType | undefined,
	io: "input" | "output",
): readonly string[] {
	if (schema === undefined) return [];
	const shape = shapeOf(schema, io);
	const rows = (shape.anyOf ?? [shape]).flatMap(
		({ properties = {}, required = [] }) =>
			Object.entries(properties).map(([name, field]) => [
				`\`${name}\``,
				kindOf(field),
				required.includes(name) ? "" : byDefault(field),
				field.description ?? "",
			]),
	);
	return rows.length === 0
		? []
		: [table([head, "kind", "when left out", "meaning"], rows)];
}

function kindOf(field: JsonSchema): string {
	if (field.enum !== undefined)
		return field.enum.map((value) => `\`${value}\``).join(" ");
	if (field.const !== undefined) return `\`${field.const}\``;
	if (field.anyOf !== undefined)
		return field.anyOf
			.map(
				({ properties = {} }) => `\`{${Object.keys(properties).join(", ")}}\``,
			)
			.join(" or ");
	return field.type ?? "any";
}

function byDefault({ default: value }: JsonSchema): string {
	return value === undefined ? "optional" : `\`${JSON.stringify(value)}\``;
}

function named(answer: z.ZodType): string {
	const shape = shapeOf(answer, "output");
	const shared = shape.$ref?.replace("#/$defs/", "") ?? "";
	const { properties = {} } = shape.$defs?.[shared] ?? shape;
	return Object.keys(properties)
		.map((name) => `\`${name}\``)
		.join(", ");
}
