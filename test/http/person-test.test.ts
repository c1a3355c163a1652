import { expect, onTestFinished, test } from "vitest";
import { api } from "../../src/http/app.ts";
import { houseWithModem } from "../support/house-with-modem.ts";

/** Anna's phone, and tests that are asked for over HTTP. */
async function aHouseWithModem(allowControl = true) {
	const { clock, held, anna, pass } = await houseWithModem(allowControl);
	const { app, close } = api({ clock, house: held, hosts: ["localhost"] });
	onTestFinished(close);
	return {
		anna,
		pass,
		/** Asks for a test; time passes until it is answered. */
		async asks(body: unknown) {
			let isAnswered = false;
			const answering = Promise.resolve(
				app.request("http://localhost/v1/panels/house/tests", {
					method: "POST",
					headers: { Host: "localhost", "Content-Type": "application/json" },
					body: JSON.stringify(body),
				}),
			).finally(() => {
				isAnswered = true;
			});
			while (!isAnswered) await pass(250);
			const answer = await answering;
			const { errors: _, ...told } = (await answer.json()) as {
				readonly errors?: unknown;
			};
			const retry = answer.headers.get("Retry-After");
			return { status: answer.status, retry, told };
		},
	};
}

test("a person is texted, and the answer says when the text arrived; once a minute", async () => {
	const house = await aHouseWithModem();
	expect(await house.asks({ person: 1 })).toEqual({
		status: 200,
		retry: null,
		told: {
			sms: 1,
			reason: null,
			next: expect.any(Number),
			sentAfter: expect.any(Number),
			deliveredAfter: expect.any(Number),
		},
	});
	const text = "Test from your alarm panel: its texts reach you.";
	expect(house.anna.texts).toEqual([text]);
	expect(await house.asks({ person: 1 })).toEqual({
		status: 429,
		retry: "60",
		told: {
			status: 429,
			code: "test/again",
			title: "this phone was tested within the last minute",
		},
	});
	await house.pass(60_000);
	expect((await house.asks({ person: 1 })).status).toBe(200);
	expect(house.anna.texts).toEqual([text, text]);
});

test("a number that nobody has is told as such", async () => {
	const house = await aHouseWithModem();
	expect((await house.asks({ person: 2 })).told).toMatchObject({
		sms: 1,
		deliveredAfter: null,
		reason: "not obtainable",
	});
});

test("what is no test of anybody texts nobody", async () => {
	const house = await aHouseWithModem();
	const statuses = [];
	for (const body of [
		...[{}, { person: 0 }, { person: "Anna" }, { person: 1.5 }],
		...[{ person: 1, report: 1 }, { person: 1, text: "hello" }, [1], null],
	])
		statuses.push((await house.asks(body)).status);
	expect(statuses).toEqual(Array(8).fill(422));
	expect(await house.asks({ person: 9 })).toMatchObject({
		status: 422,
		told: { code: "body/wrong", title: "there is no such person" },
	});
	expect(house.anna.texts).toEqual([]);
	const reading = await aHouseWithModem(false);
	expect((await reading.asks({ person: 1 })).status).toBe(403);
	expect(reading.anna.texts).toEqual([]);
});
