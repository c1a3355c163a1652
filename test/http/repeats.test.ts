import { expect, test } from "vitest";
import { aHouse } from "../support/house.ts";

test("a text that comes again with its key is taken once, and answered as before", async () => {
	const house = await aHouse();
	const made = (await (await house.post("/v1/panels", {})).json()) as {
		id: string;
	};
	const at = `/v1/panels/${made.id}/texts`;
	const send = async (key: string, text: string) => {
		const answer = await house.request(at, {
			method: "POST",
			headers: { "Content-Type": "application/json", "Idempotency-Key": key },
			body: JSON.stringify({ text }),
		});
		return [answer.status, await answer.json()];
	};
	const arm = "PROG 7982 MODE:A";
	const [first, again] = await Promise.all([send("1", arm), send("1", arm)]);
	expect(first).toMatchObject([200, { reply: "MODE:OK", next: 3 }]);
	expect(again).toEqual(first);
	expect(await send("1", arm)).toEqual(first);
	expect(await send("2", arm)).toMatchObject([200, { next: 5 }]);
	expect(await send("1", "PROG 7982 MODE:D")).toMatchObject([
		422,
		{ code: "key/wrong" },
	]);
	expect(await send("x".repeat(201), arm)).toMatchObject([
		422,
		{ code: "key/wrong" },
	]);
	// What was refused may be tried again.
	expect(await send("3", "x".repeat(40_000))).toMatchObject([422, {}]);
	expect(await send("3", arm)).toMatchObject([200, { next: 7 }]);
	await house.close();
});
