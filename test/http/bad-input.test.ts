import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allRoutes } from "../../src/http/app.ts";
import { Tickets } from "../../src/http/door/tickets.ts";
import { Panels } from "../../src/http/held/panels.ts";
import { problemSchema } from "../../src/http/problem.ts";
import { systemClock } from "../../src/time/system-clock.ts";
import { aHouse, type House } from "../support/house.ts";
import { KEY } from "../support/panel-with-people.ts";

const routes = allRoutes(
	new Panels(systemClock, null),
	new Tickets(systemClock),
);
const TOKEN = "a-token-of-some-length";
/** Of the panel in the house. */
const SECRETS = ["1234", "2222", "9898", "7982", "PROG", KEY, TOKEN];

let house: House;
let guarded: House;
let ids: { readonly panel: string; readonly network: string };
/** Everything that came back. */
const told: string[] = [];

beforeAll(async () => {
	house = await aHouse({ allowControl: true });
	guarded = await aHouse({ token: TOKEN });
	const made = async (path: string, body: object) =>
		((await (await house.post(path, body)).json()) as { id: string }).id;
	ids = {
		panel: await made("/v1/panels", {
			lines: [{ number: "+15550101", kind: "in-process" }],
		}),
		network: await made("/v1/networks", {}),
	};
});
afterAll(async () => {
	await house.close();
	await guarded.close();
});

const places = routes.map(
	({ method, path, body }) =>
		[method.toUpperCase(), path, body !== undefined] as const,
);
const withBody = places.filter(([, , takesBody]) => takesBody);
const json = { "Content-Type": "application/json" };

describe("a body that is wrong", () => {
	const bodies: readonly (readonly [
		what: string,
		headers: Record<string, string>,
		body: NonNullable<RequestInit["body"]> | null,
		status: number,
		code: string,
	])[] = [
		["none", {}, null, 415, "body/type"],
		["a form", {}, new URLSearchParams({ text: "x" }), 415, "body/type"],
		["empty", json, "", 400, "body/not-json"],
		["no JSON", json, "{", 400, "body/not-json"],
		[
			"no UTF-8",
			json,
			new Uint8Array([0x22, 0xc3, 0x28, 0x22]),
			400,
			"body/not-json",
		],
		["deep without an end", json, "[".repeat(200_000), 400, "body/not-json"],
		["deep", json, `${"[".repeat(5000)}${"]".repeat(5000)}`, 422, "body/wrong"],
		[
			"huge",
			json,
			`{"text":"${"x".repeat(1_000_001)}"}`,
			413,
			"body/too-large",
		],
		["a text", json, '"x"', 422, "body/wrong"],
		["a number", json, "1e999", 422, "body/wrong"],
		["null", json, "null", 422, "body/wrong"],
		["a list", json, "[]", 422, "body/wrong"],
		[
			"a key that there is not",
			json,
			'{"__proto__":{"a":1},"zzz":1}',
			422,
			"body/wrong",
		],
	];
	test.each(withBody)("%s %s", async (method, path) => {
		for (const at of pathsOf(path))
			for (const [what, headers, body, status, code] of bodies) {
				const answer = await asked(house, method, at, { headers, body });
				expect([at, what, answer.status, answer.code]).toEqual([
					at,
					what,
					status,
					code,
				]);
			}
	});
});

describe("whoever is not let in", () => {
	test.each(places)("%s %s", async (method, path, takesBody) => {
		for (const at of pathsOf(path)) {
			const body = takesBody ? "{}" : null;
			const ask = async (place: House, headers: Record<string, string>) => {
				const { status, code } = await asked(place, method, at, {
					body,
					headers: { ...json, ...headers },
				});
				return [status, code];
			};
			expect([
				at,
				await ask(house, { Host: "evil.example" }),
				await ask(house, { Host: "" }),
				await ask(house, { Origin: "http://evil.example" }),
				await ask(house, { Origin: "null" }),
				await ask(house, { Origin: "http://localhost:1" }),
				await ask(guarded, {}),
				await ask(guarded, { Authorization: "Bearer wrong" }),
				await ask(guarded, { Authorization: `Basic ${TOKEN}` }),
			]).toEqual([
				at,
				[421, "host/unknown"],
				[421, "host/unknown"],
				[403, "origin/foreign"],
				[403, "origin/foreign"],
				[403, "origin/foreign"],
				[401, "token/missing"],
				[401, "token/missing"],
				[401, "token/missing"],
			]);
		}
	});
});

test("a number that no panel can have", async () => {
	for (const [number, why] of [
		["hello", '"h" cannot be dialled; write it like +15550101'],
		["", "it has no digits"],
	] as const) {
		const answer = await house.post("/v1/panels", { number });
		expect([answer.status, await answer.json()]).toEqual([
			422,
			{
				title: `number: ${JSON.stringify(number)} is no number: ${why}`,
				status: 422,
				code: "body/wrong",
				errors: [],
			},
		]);
	}
});

test("names in the path that nobody has, and queries that are wrong", async () => {
	const strange = [
		"nope",
		"%00",
		"..",
		"%2e%2e%2fhouse",
		"x".repeat(5000),
		"é",
		"%",
	];
	for (const [method, path, takesBody] of places)
		for (const name of strange) {
			const at = path.replace(/\{\w+\}/g, name);
			if (at === path) continue;
			const { status } = await asked(house, method, at, {
				headers: json,
				body: takesBody ? "{}" : null,
			});
			expect([method, at.slice(0, 80), status < 500]).toEqual([
				method,
				at.slice(0, 80),
				true,
			]);
		}
	for (const query of ["since=-1", "since=x", "since=1.5", "since=1e99"]) {
		const at = `/v1/panels/${ids.panel}/activity?${query}`;
		expect([query, (await asked(house, "GET", at, {})).status]).toEqual([
			query,
			422,
		]);
	}
});

test("the token lets in, a ticket once and for half a minute", async () => {
	const bearer = { Authorization: `Bearer ${TOKEN}` };
	expect((await guarded.get("/v1/panels", bearer)).status).toBe(200);
	expect((await guarded.get("/healthz")).status).toBe(200);
	expect((await guarded.get("/openapi.json")).status).toBe(401);
	const draw = async () => {
		const answer = await guarded.request("/v1/tickets", {
			method: "POST",
			headers: { ...json, ...bearer },
			body: "{}",
		});
		expect(answer.status).toBe(201);
		return ((await answer.json()) as { ticket: string }).ticket;
	};
	const use = async (ticket: string) =>
		(await guarded.get(`/v1/panels/house/status?ticket=${ticket}`)).status;
	const ticket = await draw();
	expect([await use(ticket), await use(ticket)]).toEqual([200, 401]);
	const late = await draw();
	await guarded.pass(30_000);
	expect(await use(late)).toBe(401);
	const other = await draw();
	const posted = await guarded.request(`/v1/tickets?ticket=${other}`, {
		method: "POST",
		headers: json,
		body: "{}",
	});
	expect(posted.status).toBe(401);
});

test("nothing of the panel in the house came back in all these answers", () => {
	expect(told.length).toBeGreaterThan(500);
	const all = told.join("\n");
	expect(SECRETS.filter((secret) => all.includes(secret))).toEqual([]);
});

// Helpers

/** The path with ids that there are: of a throw-away panel, and of the house. */
function pathsOf(path: string): readonly string[] {
	const named = path
		.replace("{network}", ids.network)
		.replace("{number}", "%2B15550101")
		.replace("{model}", "vst-2752");
	return named.includes("{panel}")
		? [ids.panel, "house"].map((id) => named.replace("{panel}", id))
		: [named];
}

/** Asks, and sees that what is refused has the one shape. */
async function asked(
	place: House,
	method: string,
	path: string,
	init: RequestInit,
) {
	const answer = await place.request(path, { method, ...init });
	const text = await answer.text();
	if (answer.status < 400) return { status: answer.status, code: "" };
	told.push(text);
	expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
	const problem = problemSchema.parse(JSON.parse(text));
	expect(problem.status).toBe(answer.status);
	return { status: answer.status, code: problem.code as string };
}
