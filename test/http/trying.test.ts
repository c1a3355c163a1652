import { expect, test } from "vitest";
import { isReceiver } from "../../src/firmware/outbox/next.ts";
import { aHouse } from "../support/house.ts";
import { panelWithZones } from "../support/panel-with-zones.ts";

const state = panelWithZones(["24-hour"]);

test("a step at a panel that alarms somebody is refused, unless it is on test or meant", async () => {
	const house = await aHouse({
		state,
		allowControl: true,
		isLive: () => true,
	});
	const step = (body: object) => house.post("/v1/panels/house/steps", body);
	const refused = await step({ step: "zone 1 trip" });
	expect(refused.status).toBe(409);
	expect(await refused.json()).toMatchObject({
		code: "panel/live",
		title:
			'this panel alarms people and receivers; make the step "test on 30m" first, or say "live": true',
	});
	expect((await step({ step: "battery low", live: true })).status).toBe(200);
	expect((await step({ step: "test on 30m" })).status).toBe(200);
	expect((await step({ step: "zone 1 trip" })).status).toBe(200);
	const status = await house.get("/v1/panels/house/status");
	expect(await status.json()).toMatchObject({
		onTest: { left: 1_800_000 },
		outbox: { reports: 0 },
	});
	await house.close();
});

test("at a panel without modem and receiver a step needs no word more", async () => {
	const house = await aHouse({ state, allowControl: true });
	const { status } = await house.post("/v1/panels/house/steps", {
		step: "zone 1 trip",
	});
	expect(status).toBe(200);
	await house.close();
});

test("a test report goes out by SMS, once a minute, and not through a destination that there is not", async () => {
	const house = await aHouse({ state, allowControl: true });
	const ask = (report: unknown) =>
		house.post("/v1/panels/house/tests", { report });
	expect(await (await ask(1)).json()).toEqual({
		destination: 1,
		reached: true,
		next: expect.any(Number),
		arrival: "sent",
		said: "the network has taken it; whether it arrived is not known",
	});
	expect(house.mailbox.happened).toEqual(["sent +15550201 periodic test"]);
	const again = await ask(1);
	expect([again.status, again.headers.get("Retry-After")]).toEqual([429, "60"]);
	expect(await again.json()).toMatchObject({ code: "test/again" });
	expect((await ask(2)).status).toBe(422);
	expect((await ask("all")).status).toBe(422);
	await house.pass(60_000);
	expect((await ask(1)).status).toBe(200);
	// This one has a mailbox and no modem.
	const phone = await house.post("/v1/panels/house/tests", { person: 1 });
	expect([phone.status, await phone.json()]).toMatchObject([
		422,
		{ title: "this panel has no modem" },
	]);
	await house.close();
});

test("a panel that is for reading is not tested, and none reports to a receiver that it has not opened", async () => {
	const closed = await aHouse({ state });
	const refused = await closed.post("/v1/panels/house/tests", { report: 1 });
	expect(refused.status).toBe(403);
	await closed.close();
	const url = "ip://1234@127.0.0.1:9/CID";
	const [first] = state.reporting.destinations;
	const destinations = [{ ...first, id: 1, url }].flatMap((each) =>
		first === undefined ? [] : [{ ...first, ...each }],
	);
	expect(destinations.every(isReceiver)).toBe(true);
	const reporting = { ...state.reporting, destinations };
	const house = await aHouse({
		state: { ...state, reporting },
		allowControl: true,
	});
	const answer = await house.post("/v1/panels/house/tests", { report: 1 });
	expect(await answer.json()).toMatchObject({
		reached: false,
		arrival: "failed",
		said: "this panel reports to no receiver: alarmpanel serve does",
	});
	await house.close();
});
