import { expect, test } from "vitest";
import { hourlyOf, settingsOf } from "../../../src/cli/run/line-options.ts";

const none = { autoErase: false, keepMessages: false };

test("the driver's settings are reached from options", () => {
	expect(settingsOf(none, {})).toEqual({
		autoErase: false,
		afterRead: "delete",
	});
	expect(
		settingsOf(
			{
				autoErase: true,
				keepMessages: true,
				storageLimit: 10,
				poll: "30s",
				pin: "4711",
				smsc: "+316",
				init: ["AT^CURC=0"],
			},
			{},
		),
	).toEqual({
		autoErase: true,
		afterRead: "keep",
		limit: 10,
		receive: "polling",
		pollInterval: 30_000,
		pin: "4711",
		smsc: "+316",
		init: ["AT^CURC=0"],
	});
});

test("what no option says is what the file says", () => {
	const onFile = {
		autoErase: true,
		keepMessages: true,
		storageLimit: 5,
		poll: 60,
		hourly: 10,
	};
	expect(settingsOf({}, onFile)).toEqual({
		autoErase: true,
		afterRead: "keep",
		limit: 5,
		receive: "polling",
		pollInterval: 60_000,
	});
	expect(settingsOf({ ...none, storageLimit: 9, poll: "3s" }, onFile)).toEqual({
		autoErase: false,
		afterRead: "delete",
		limit: 9,
		receive: "polling",
		pollInterval: 3000,
	});
	expect([
		hourlyOf(undefined, {}),
		hourlyOf(undefined, onFile),
		hourlyOf(0, onFile),
		hourlyOf(5, onFile),
	]).toEqual([30, 10, Number.POSITIVE_INFINITY, 5]);
});

test.each([
	[
		{ ...none, poll: "1s" },
		"--poll: 1s is no time from 2 s on; write 10s or 1m",
	],
	[{ ...none, storageLimit: 0 }, "--storage-limit: at least 1 message"],
])("a setting that cannot be is wrong usage", (options, message) => {
	expect(() => settingsOf(options, {})).toThrow(message);
});
