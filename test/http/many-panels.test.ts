import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApiServer, listen } from "../../src/http/server.ts";
import { systemClock } from "../../src/time/system-clock.ts";

let server: ApiServer;
beforeAll(async () => {
	server = await listen({ host: "127.0.0.1", port: 0, clock: systemClock });
});
afterAll(() => server.close());

test("a hundred panels at once keep apart", async () => {
	const ids = await Promise.all(
		Array.from({ length: 100 }, async (_, at) => {
			const { id } = await answered("/v1/panels", {});
			await answered(`/v1/panels/${id}/texts`, {
				text: `PROG 7982 USRS:1,1234,USER${at}`,
			});
			return id as string;
		}),
	);
	const names = await Promise.all(
		ids.map(
			async (id) => (await answered(`/v1/panels/${id}/snapshot`)).users[0].name,
		),
	);
	expect(names).toEqual(ids.map((_, at) => `USER${at}`));
});

// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of it
async function answered(path: string, body?: object): Promise<any> {
	const answer = await fetch(`${server.address}${path}`, {
		...(body === undefined
			? {}
			: {
					method: "POST",
					headers: { "Content-Type": "application/json" },
					body: JSON.stringify(body),
				}),
	});
	return await answer.json();
}
