import { expect, test } from "vitest";
import { api } from "../../src/http/app.ts";
import { fakeMachine } from "../../src/time/fake-machine.ts";
import { steadyClock } from "../../src/time/steady-clock.ts";
import { NOON } from "../support/texting.ts";

const PAGE = `<!doctype html><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; connect-src 'self'">
<title>alarmpanel</title>`;

test("the page stands at /, under its own policy and in no frame", async () => {
	const answer = await root(PAGE);
	expect([answer.status, await answer.text()]).toEqual([200, PAGE]);
	expect(Object.fromEntries(answer.headers)).toEqual({
		"cache-control": "no-store",
		"content-security-policy":
			"default-src 'none'; connect-src 'self'; frame-ancestors 'none'",
		"content-type": "text/html; charset=utf-8",
		"referrer-policy": "no-referrer",
		"x-content-type-options": "nosniff",
	});
});

test("a page that names no policy may do nothing", async () => {
	const { headers } = await root("<title>alarmpanel</title>");
	expect(headers.get("Content-Security-Policy")).toBe(
		"default-src 'none'; frame-ancestors 'none'",
	);
});

test("where no page was built / is an unknown path, under the strictest policy", async () => {
	const answer = await root(undefined);
	expect(answer.status).toBe(404);
	expect(answer.headers.get("Content-Security-Policy")).toBe(
		"default-src 'none'",
	);
});

// Helpers

async function root(page: string | undefined): Promise<Response> {
	const { app, close } = api({
		clock: steadyClock(fakeMachine(NOON)),
		hosts: ["127.0.0.1"],
		house: null,
		page,
	});
	const answer = await app.request("/", { headers: { Host: "127.0.0.1" } });
	close();
	return answer;
}
