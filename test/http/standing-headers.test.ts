import { expect, test } from "vitest";
import { type Api, api } from "../../src/http/app.ts";
import { fakeMachine } from "../../src/time/fake-machine.ts";
import { steadyClock } from "../../src/time/steady-clock.ts";
import { NOON } from "../support/texting.ts";

const json = { "Content-Type": "application/json" };
const PROBLEM = "application/problem+json";

test.each<[what: string, status: number, type: string | null, Asked]>([
	["an answer", 200, "application/json", { path: "/v1/models" }],
	[
		"what was made",
		201,
		"application/json",
		{ path: "/v1/panels", body: "{}" },
	],
	["nothing to say", 204, null, { path: "/v1/panels/ID", method: "DELETE" }],
	[
		"a stream",
		200,
		"text/event-stream",
		{
			path: "/v1/panels/ID/activity",
			headers: { Accept: "text/event-stream" },
		},
	],
	["the schema", 200, "application/json", { path: "/openapi.json" }],
	["health", 200, "application/json", { path: "/healthz" }],
	[
		"the metrics",
		200,
		"text/plain; version=0.0.4; charset=utf-8",
		{ path: "/metrics" },
	],
	["a wrong path", 404, PROBLEM, { path: "/v2" }],
	["a wrong method", 405, PROBLEM, { path: "/v1/models", method: "PUT" }],
	["a wrong body", 400, PROBLEM, { path: "/v1/panels", body: "{" }],
	[
		"another name",
		421,
		PROBLEM,
		{ path: "/v1/models", headers: { Host: "example.org" } },
	],
	[
		"a body too large",
		413,
		PROBLEM,
		{
			path: "/v1/panels",
			body: "{}",
			headers: { "Content-Length": "1000001" },
		},
	],
])(
	"%s is not kept, not guessed at and no page",
	async (_, status, type, asked) => {
		const made = there();
		const answer = await ask(made, asked);
		made.close();
		const { headers } = answer;
		expect([
			answer.status,
			headers.get("Content-Type"),
			headers.get("Cache-Control"),
			headers.get("X-Content-Type-Options"),
			headers.get("Content-Security-Policy"),
		]).toEqual([status, type, "no-store", "nosniff", "default-src 'none'"]);
	},
);

test("what was made says where it is", async () => {
	const made = there();
	const answer = await ask(made, { path: "/v1/panels", body: "{}" });
	const { id } = (await answer.json()) as { readonly id: string };
	made.close();
	expect(answer.headers.get("Location")).toBe(`/v1/panels/${id}`);
});

// Helpers

interface Asked {
	/** ID stands for a panel that there is. */
	readonly path: string;
	readonly method?: string;
	readonly body?: string;
	readonly headers?: { readonly [name: string]: string };
}

function there(): Api {
	return api({
		clock: steadyClock(fakeMachine(NOON)),
		hosts: ["127.0.0.1"],
		house: null,
	});
}

async function ask(
	{ app }: Api,
	{ path, body, headers, ...asked }: Asked,
): Promise<Response> {
	const method = asked.method ?? (body === undefined ? "GET" : "POST");
	return await app.request(path.replace("ID", await aPanel(app, path)), {
		method,
		headers: { Host: "127.0.0.1", ...json, ...headers },
		...(body === undefined ? {} : { body }),
	});
}

async function aPanel(app: Api["app"], path: string): Promise<string> {
	if (!path.includes("ID")) return "";
	const made = await app.request("/v1/panels", {
		method: "POST",
		headers: { Host: "127.0.0.1", ...json },
		body: "{}",
	});
	return ((await made.json()) as { readonly id: string }).id;
}
