import { request as rawRequest } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ApiServer, listen } from "../../src/http/server.ts";
import { systemClock } from "../../src/time/system-clock.ts";

let server: ApiServer;
beforeAll(async () => {
	server = await listen({
		host: "127.0.0.1",
		port: 0,
		clock: systemClock,
	});
});
afterAll(() => server.close());

test("an evening over HTTP: text, arm, wait for the mode, a burglary, its report", async () => {
	const made = await post("/v1/panels", { now: "2026-11-20T18:00:00Z" });
	expect(made).toEqual({
		status: 201,
		body: {
			id: expect.stringMatching(/^[0-9a-f-]{36}$/),
			model: "vst-2752",
			number: "+15550100",
			time: "virtual",
			now: "2026-11-20T18:00:00Z",
			control: true,
			next: 1,
		},
	});
	const at = `/v1/panels/${made.body.id}`;
	expect(
		await post(`${at}/texts`, { text: "PROG 7982 USRS:1,12" }),
	).toMatchObject({
		status: 200,
		body: {
			reply: "USRS:ERROR",
			accepted: false,
			diagnostics: [{ message: "user PIN: 4 digits, this has 2", start: 17 }],
			next: 3,
		},
	});
	await post(`${at}/texts`, { text: "PROG 7982 RPEX:1,1,0,sms://+15550188" });
	await post(`${at}/texts`, { text: "PROG 7982 DEAN:1,1,0123456789,Kitchen" });
	await post(`${at}/texts`, { text: "PROG 7982 MODE:A" });
	expect(
		await post(`${at}/wait`, {
			for: { state: { path: "runtime.mode", value: "away" } },
			within: "1m",
		}),
	).toEqual({
		status: 200,
		body: {
			held: true,
			activity: null,
			candidates: [],
			now: "2026-11-20T18:00:30Z",
			next: 11,
		},
	});
	const step = await post(`${at}/steps`, { step: "zone 1 open" });
	expect(step.body).toMatchObject({
		accepted: true,
		effects: [{ type: "siren", on: true }],
		sent: [{ to: "+15550188", text: "burglar alarm: zone 1 Kitchen" }],
	});
	expect(
		await post(`${at}/wait`, {
			for: { text: { to: "+15550188", contains: "burglar" } },
			within: "0s",
			since: 11,
		}),
	).toMatchObject({ body: { held: true, activity: { type: "sent" } } });
	expect((await get(`${at}/status`)).body).toMatchObject({
		mode: "away",
		siren: true,
		open: [1],
		alarms: [{ kind: "burglar", zone: 1 }],
		now: "2026-11-20T18:00:30Z",
	});
	expect(
		await post(`${at}/claims`, { path: "zones.1.name", value: "Kitchen" }),
	).toMatchObject({ body: { held: true, value: "Kitchen" } });
	expect(
		(await get(`${at}/phones/${encodeURIComponent("+15550188")}/messages`)).body
			.messages,
	).toEqual([
		{ direction: "received", text: "armed by SMS", at: "2026-11-20T18:00:30Z" },
		{
			direction: "received",
			text: "burglar alarm: zone 1 Kitchen",
			at: "2026-11-20T18:00:30Z",
		},
	]);
	expect((await get(`${at}/log`)).body.entries.at(-1)).toMatchObject({
		at: "2026-11-20T18:00:30Z",
	});
	expect((await get(`${at}/digest?id=a`)).body.digest).toMatch(
		/^sha256:[0-9a-f]{64}$/,
	);

	const snapshot = (await get(`${at}/snapshot`)).body;
	const other = await post("/v1/panels", { snapshot });
	expect(
		(await get(`/v1/panels/${other.body.id}/snapshot`)).body.zones,
	).toEqual(snapshot.zones);
	expect((await call("DELETE", at)).status).toBe(204);
	expect(await get(at)).toMatchObject({
		status: 404,
		body: { code: "panel/unknown" },
	});
});

test("a wait that is in vain names what came instead", async () => {
	const { body } = await post("/v1/panels", {});
	const at = `/v1/panels/${body.id}`;
	await post(`${at}/texts`, { text: "PROG 7982 ECHO:" });
	expect(
		await post(`${at}/wait`, {
			for: { text: { contains: "ALARM" } },
			within: "10s",
			since: 1,
		}),
	).toMatchObject({
		body: {
			held: false,
			activity: null,
			candidates: [{ type: "sent", to: "+15550101", text: "ECHO:OK" }],
			now: "2026-01-01T00:00:10Z",
		},
	});
	expect(
		(
			await post(`${at}/wait`, {
				for: { state: { path: "runtime.mode", value: "away" } },
				within: "1s",
			})
		).body,
	).toMatchObject({
		held: false,
		candidates: [{ path: "runtime.mode", value: "disarm" }],
	});
});

test("what happens is a stream, which goes on from where it was left", async () => {
	const { body } = await post("/v1/panels", {});
	const at = `/v1/panels/${body.id}`;
	const echo = () => post(`${at}/texts`, { text: "PROG 7982 ECHO:" });
	await echo();
	const stream = await fetch(`${server.address}${at}/activity?since=2`, {
		headers: { Accept: "text/event-stream" },
	});
	const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
	await echo();
	let read = "";
	while (!read.includes("id: 4")) read += (await reader?.read())?.value ?? "";
	await reader?.cancel();
	expect(read.match(/^(id|event): .*/gm)).toEqual([
		"event: sent",
		"id: 2",
		"event: text",
		"id: 3",
		"event: sent",
		"id: 4",
	]);
	const again = await fetch(`${server.address}${at}/activity`, {
		headers: { Accept: "text/event-stream", "Last-Event-ID": "3" },
	});
	const second = again.body?.pipeThrough(new TextDecoderStream()).getReader();
	expect((await second?.read())?.value).toContain("id: 4");
	await second?.cancel();
	expect((await get(`${at}/activity?since=4`)).body.activities).toMatchObject([
		{ id: 4, type: "sent", text: "ECHO:OK" },
	]);
});

test("messages and models, with no panel at all", async () => {
	expect(
		(await post("/v1/check", { text: "PROG 7982 USRS:1,1234,,1" })).body,
	).toMatchObject({ ok: true, command: "USRS", diagnostics: [] });
	expect(
		await post("/v1/compose", {
			word: "usrs",
			fields: { user: "1", pin: "4321" },
		}),
	).toMatchObject({ status: 200, body: { text: "PROG 7982 USRS:1,4321" } });
	expect(await post("/v1/compose", { word: "USRX", fields: {} })).toMatchObject(
		{ status: 422, body: { code: "message/impossible" } },
	);
	const { models } = (await get("/v1/models")).body;
	for (const { name } of models)
		expect(
			(await get(`/v1/models/${name}/commands`)).body.commands.length,
		).toBeGreaterThan(0);
	expect(await get("/v1/models/nope/commands")).toMatchObject({
		status: 404,
		body: { code: "model/unknown" },
	});
});

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

async function call(method: string, path: string, body?: unknown) {
	const answer = await fetch(`${server.address}${path}`, {
		method,
		...(body === undefined
			? {}
			: {
					headers: { "Content-Type": "application/json" },
					body: JSON.stringify(body),
				}),
	});
	const text = await answer.text();
	return {
		status: answer.status,
		body: text === "" ? null : JSON.parse(text),
	};
}

const post = (path: string, body: unknown) => call("POST", path, body);
const get = (path: string) => call("GET", path);

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
