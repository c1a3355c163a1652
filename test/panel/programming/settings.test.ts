import { expect, test } from "vitest";
import { after, factory, having } from "../../support/panel-builder.ts";

test("timers change one by one", () => {
	const state = having(factory, { type: "set-timers", exitAway: 45, siren: 5 });
	expect(state.timers).toEqual({
		exitAway: 45,
		exitHome: 30,
		entry1: 20,
		entry2: 20,
		siren: 5,
		entryHome1: 20,
		entryHome2: 20,
		crossZoneTime: 0,
		mainsReport: 5,
		faultKeypad: 10,
		faultSms: 180,
	});
});

test("stored values change one by one; a section that is new starts from its defaults", () => {
	const state = having(
		factory,
		{
			type: "store",
			section: "network",
			values: { apn: "x", apnUser: undefined },
		},
		{ type: "store", section: "pendant", values: { silent: true } },
	);
	expect(state.stored).toEqual({
		network: { apn: "x", apnUser: "", apnPassword: "" },
		pendant: {
			guardTime: 10,
			fallGuardTime: 10,
			silent: true,
			cutv: false,
			fallDetection: false,
			fallSensitivity: 3,
		},
	});
});

test("a destination needs a URL once, then changes one by one, then goes", () => {
	const bare = after(factory, {
		type: "set-destination",
		destination: 2,
		group: 1,
	});
	expect(bare.refusal).toMatchObject({
		code: "destination/no-url",
		parameter: "url",
	});
	const set = having(
		factory,
		{ type: "set-destination", destination: 2, url: "sms://+15550123" },
		{ type: "set-destination", destination: 2, level: "alarm", group: 3 },
	);
	expect(set.reporting.destinations).toEqual([
		{ id: 2, url: "sms://+15550123", group: 3, level: "alarm", carrier: "" },
	]);
	const gone = having(set, { type: "delete-destination", destination: 2 });
	expect(gone.reporting.destinations).toEqual([]);
});

test("credentials change, but not into a code that somebody has", () => {
	const state = having(factory, {
		type: "set-credentials",
		keyword: "HOUSE",
		installerCode: "4711",
	});
	expect(state.credentials).toMatchObject({
		keyword: "HOUSE",
		installerCode: "4711",
	});
	expect(
		after(factory, { type: "set-credentials", installerCode: "1234" }).refusal,
	).toMatchObject({ code: "credentials/duplicate", parameter: "code" });
	expect(after(factory, { type: "set-credentials" }).refusal?.code).toBe(
		"credentials/nothing",
	);
	expect(
		after(factory, { type: "set-access-code", index: 2, code: "1111" }).refusal,
	).toMatchObject({ code: "credentials/duplicate", parameter: "code" });
});
