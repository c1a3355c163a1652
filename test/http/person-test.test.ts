import { expect, onTestFinished, test } from "vitest";
import { startPanel } from "../../src/device/panel.ts";
import { connectModem } from "../../src/device/panel-at-modem.ts";
import { api } from "../../src/http/app.ts";
import { houseOf } from "../../src/http/house/house.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { virtualNetwork } from "../../src/network/network.ts";
import { memoryStore } from "../../src/store/memory-store.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { inProcessLine } from "../../src/transport/in-process.ts";
import { virtualModem } from "../../src/virtual-modem/virtual-modem.ts";
import { ANNA, panelWithPeople } from "../support/panel-with-people.ts";
import { phone } from "../support/phone.ts";
import { pass } from "../support/scripted-line.ts";
import { NOON, PANEL } from "../support/texting.ts";

/** A panel on a modem behind the API, and Anna's phone; Bob's number is nobody's. */
async function aHouseWithModem(allowControl = true) {
	const clock = virtualClock(NOON);
	const network = virtualNetwork({ clock });
	const modem = virtualModem({ clock, line: network.line(PANEL) });
	const panel = await startPanel({
		...{ model: vst2752, number: PANEL, clock },
		store: memoryStore(panelWithPeople),
		onTrouble: (error) => {
			throw error;
		},
	});
	const { disconnect } = connectModem(panel, {
		clock,
		open: async () => {
			const [near, far] = inProcessLine();
			void modem.attach(far);
			return near;
		},
		onModem() {},
		onMail() {},
	});
	const house = houseOf(panel, {
		...{ clock, machine: clock, speed: 1, allowControl },
		...{ showSecrets: false, showDuress: false },
		...{ isLive: () => true, ailments: () => [], mqtt: () => null },
	});
	const { app, close } = api({ clock, house, hosts: ["localhost"] });
	onTestFinished(async () => {
		close();
		await disconnect();
		await panel.close();
	});
	await pass(clock, 5000);
	return {
		anna: phone(network, ANNA),
		pass: (time: number) => pass(clock, time),
		/** Asks for a test; time passes until it is answered. */
		async asks(body: unknown) {
			let isAnswered = false;
			const answer = Promise.resolve(
				app.request("http://localhost/v1/panels/house/tests", {
					method: "POST",
					headers: { Host: "localhost", "Content-Type": "application/json" },
					body: JSON.stringify(body),
				}),
			).finally(() => {
				isAnswered = true;
			});
			while (!isAnswered) await pass(clock, 250);
			const { status, headers } = await answer;
			const { errors: _, ...told } = await (await answer).json();
			return { status, retry: headers.get("Retry-After"), told };
		},
	};
}

test("a person is texted, and the answer says when the text arrived; once a minute", async () => {
	const house = await aHouseWithModem();
	expect(await house.asks({ person: 1 })).toEqual({
		...{ status: 200, retry: null },
		told: {
			...{ sms: 1, reason: null, next: expect.any(Number) },
			sentAfter: expect.any(Number),
			deliveredAfter: expect.any(Number),
		},
	});
	const text = "Test from your alarm panel: its texts reach you.";
	expect(house.anna.texts).toEqual([text]);
	expect(await house.asks({ person: 1 })).toEqual({
		...{ status: 429, retry: "60" },
		told: {
			...{ status: 429, code: "test/again" },
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
		...{ sms: 1, deliveredAfter: null, reason: "not obtainable" },
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
