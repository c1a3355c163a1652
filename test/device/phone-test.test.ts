import { expect, test } from "vitest";
import { testPhone as phoneTested } from "../../src/device/control/test-phone.ts";
import { startPanel } from "../../src/device/panel.ts";
import { connectModem } from "../../src/device/panel-at-modem.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { virtualNetwork } from "../../src/network/network.ts";
import { memoryStore } from "../../src/store/memory-store.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { inProcessLine } from "../../src/transport/in-process.ts";
import { virtualModem } from "../../src/virtual-modem/virtual-modem.ts";
import { ANNA, panelWithPeople } from "../support/panel-with-people.ts";
import { phone } from "../support/phone.ts";
import { misfits } from "../support/published-schema.ts";
import { pass } from "../support/scripted-line.ts";
import { NOON, PANEL } from "../support/texting.ts";

/** As programs get it: it fits the schema that is shipped. */
async function testPhone(...args: Parameters<typeof phoneTested>) {
	const tested = await phoneTested(...args);
	expect(misfits("people-test.schema.json", tested)).toEqual([]);
	return tested;
}

async function aPanel() {
	const clock = virtualClock(NOON);
	const network = virtualNetwork({ clock });
	const modem = virtualModem({ clock, line: network.line(PANEL) });
	const panel = await startPanel({
		model: vst2752,
		number: PANEL,
		clock,
		store: memoryStore(panelWithPeople),
		onTrouble: (error) => {
			throw error;
		},
	});
	const connect = () =>
		connectModem(panel, {
			clock,
			open: async () => {
				const [near, far] = inProcessLine();
				void modem.attach(far);
				return near;
			},
			onModem() {},
			onMail() {},
		});
	/** What becomes of a promise while time passes. */
	const within = async <T>(tested: Promise<T>, time: number): Promise<T> => {
		let ended = false;
		void tested.finally(() => {
			ended = true;
		});
		const end = clock.now() + time;
		while (!ended && clock.now() < end) await pass(clock, 250);
		return await tested;
	};
	return { clock, network, panel, connect, within };
}

test("a phone that is on gets the test, and its report says when", async () => {
	const { clock, network, panel, connect, within } = await aPanel();
	const anna = phone(network, ANNA);
	const { disconnect } = connect();
	await pass(clock, 5000);
	const tested = await within(testPhone(panel, 1, clock), 60_000);
	expect(tested).toEqual({
		refusal: null,
		sms: 1,
		sentAfter: expect.any(Number),
		deliveredAfter: expect.any(Number),
		reason: null,
	});
	expect(anna.texts).toEqual([
		"Test from your alarm panel: its texts reach you.",
	]);
	expect(
		panel.state.runtime.log.map(({ event, about, by }) => [event, about, by]),
	).toEqual([["phone-test", "people.1", "local"]]);
	expect(await testPhone(panel, 1, clock)).toEqual({
		refusal: {
			code: "person/tested",
			message: "this phone was tested within the last minute",
			hint: "wait a minute",
		},
		sms: 0,
		sentAfter: null,
		deliveredAfter: null,
		reason: null,
	});
	await pass(clock, 60_000);
	expect(
		(await within(testPhone(panel, 1, clock), 60_000)).deliveredAfter,
	).not.toBeNull();
	await disconnect();
	await panel.close();
});

test("a number that nobody has: sent, and the report says so", async () => {
	const { clock, panel, connect, within } = await aPanel();
	const { disconnect } = connect();
	await pass(clock, 5000);
	expect(await within(testPhone(panel, 1, clock), 400_000)).toEqual({
		refusal: null,
		sms: 1,
		sentAfter: expect.any(Number),
		deliveredAfter: null,
		reason: "not obtainable",
	});
	await disconnect();
	await panel.close();
});

test("a phone that is off: sent, and no report within five minutes", async () => {
	const { clock, network, panel, connect, within } = await aPanel();
	network.line(ANNA);
	const { disconnect } = connect();
	await pass(clock, 5000);
	expect(await within(testPhone(panel, 1, clock), 400_000)).toEqual({
		refusal: null,
		sms: 1,
		sentAfter: expect.any(Number),
		deliveredAfter: null,
		reason: "no delivery report came",
	});
	await disconnect();
	await panel.close();
});

test("nobody is texted without a modem, and nobody who is not listed", async () => {
	const { clock, panel, connect } = await aPanel();
	expect((await testPhone(panel, 1, clock)).refusal).toEqual({
		code: "person/no-modem",
		message: "this panel has no modem",
		hint: "alarmpanel serve has one",
	});
	const { disconnect } = connect();
	expect((await testPhone(panel, 9, clock)).refusal).toEqual({
		code: "person/unknown",
		message: "there is no such person",
		hint: "alarmpanel people list",
	});
	expect(panel.state.runtime.log).toEqual([]);
	await disconnect();
	await panel.close();
});
