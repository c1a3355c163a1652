import { request as rawRequest } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ApiServer, listen } from "../../src/http/server.ts";
import { systemClock } from "../../src/time/system-clock.ts";
import { call } from "../support/http-call.ts";

let server: ApiServer;
beforeAll(async () => {
	server = await listen({
		host: "127.0.0.1",
		port: 0,
		clock: systemClock,
	});
});
afterAll(() => server.close());

describe("a request that is wrong gets a status of its own and the one shape", () => {
	const json = { "Content-Type": "application/json" };
	test.each<[string, string, string, RequestInit, number, string]>([
		["no such path", "GET", "/v1/nope", {}, 404, "path/unknown"],
		["no such method", "DELETE", "/v1/check", {}, 405, "method/unknown"],
		["no such panel", "GET", "/v1/panels/1/status", {}, 404, "panel/unknown"],
		[
			"no JSON",
			"POST",
			"/v1/check",
			{ headers: json, body: "{" },
			400,
			"body/not-json",
		],
		[
			"no UTF-8",
			"POST",
			"/v1/check",
			{ headers: json, body: new Uint8Array([0x22, 0xff, 0x22]) },
			400,
			"body/not-json",
		],
		[
			"a form",
			"POST",
			"/v1/check",
			{ body: new URLSearchParams({ text: "x" }) },
			415,
			"body/type",
		],
		["no body", "POST", "/v1/panels", {}, 415, "body/type"],
		[
			"another key",
			"POST",
			"/v1/check",
			{ headers: json, body: '{"text":"x","txt":1}' },
			422,
			"body/wrong",
		],
		[
			"a deep body",
			"POST",
			"/v1/check",
			{ headers: json, body: "[".repeat(100_000) },
			400,
			"body/not-json",
		],
		[
			"a huge body",
			"POST",
			"/v1/check",
			{ headers: json, body: `{"text":"${"x".repeat(1_000_000)}"}` },
			413,
			"body/too-large",
		],
		[
			"a model that there is not",
			"POST",
			"/v1/panels",
			{ headers: json, body: '{"model":"nope"}' },
			422,
			"body/wrong",
		],
		[
			"a rule of the network that there is not",
			"POST",
			"/v1/panels",
			{ headers: json, body: '{"channel":["sunshine"]}' },
			422,
			"body/wrong",
		],
		[
			"a snapshot that is none",
			"POST",
			"/v1/panels",
			{ headers: json, body: '{"snapshot":{"model":"vst-2752","users":7}}' },
			422,
			"body/wrong",
		],
	])("%s", async (_, method, path, init, status, code) => {
		const answer = await fetch(`${server.address}${path}`, { method, ...init });
		expect([answer.status, answer.headers.get("content-type")]).toEqual([
			status,
			"application/problem+json",
		]);
		expect(await answer.json()).toEqual({
			status,
			code,
			title: expect.any(String),
			errors: expect.any(Array),
		});
	});

	test("a step that cannot happen, a time that has been", async () => {
		const { body } = await post("/v1/panels", {});
		const at = `/v1/panels/${body.id}`;
		expect(await post(`${at}/steps`, { step: "zone 3 explode" })).toMatchObject(
			{ status: 422, body: { code: "step/impossible" } },
		);
		expect(
			await post(`${at}/clock`, { to: "2025-01-01T00:00:00Z" }),
		).toMatchObject({ status: 422, body: { code: "time/impossible" } });
	});

	test("a claim about what a panel does not remember", async () => {
		const { body } = await post("/v1/panels", {});
		expect(
			await post(`/v1/panels/${body.id}/claims`, {
				path: "users.1.pn",
				value: null,
			}),
		).toMatchObject({
			status: 422,
			body: {
				code: "body/wrong",
				title: "path: there is no users.1.pn; did you mean users.1.pin?",
			},
		});
	});

	test("another name of the server, a page of another origin", async () => {
		expect(await raw({ Host: "evil.example" })).toEqual([421, "host/unknown"]);
		expect(await raw({ Origin: "http://evil.example" })).toEqual([
			403,
			"origin/foreign",
		]);
		expect(await raw({ Host: "localhost:1" })).toEqual([200, undefined]);
	});
});

// Helpers

const post = (path: string, body: unknown) => call(server, "POST", path, body);

/** A request with headers that fetch does not let us write. */
function raw(headers: { readonly [name: string]: string }) {
	return new Promise((resolve, reject) => {
		const request = rawRequest(
			`${server.address}/v1/models`,
			{ headers },
			async (answer) => {
				let text = "";
				for await (const chunk of answer) text += chunk;
				resolve([answer.statusCode, JSON.parse(text).code]);
			},
		);
		request.on("error", reject);
		request.end();
	});
}
