import { afterAll, beforeAll, expect, test } from "vitest";
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
	expect((await call(server, "DELETE", at)).status).toBe(204);
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

// Helpers

const post = (path: string, body: unknown) => call(server, "POST", path, body);
const get = (path: string) => call(server, "GET", path);
