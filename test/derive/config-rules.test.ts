import { describe, expect, test } from "vitest";
import { cr200 } from "../../src/models/cr200.ts";
import { mobileMates } from "../../src/models/mobile-mates.ts";
import type { Model } from "../../src/models/model.ts";
import { mz8 } from "../../src/models/mz-8.ts";
import { faultsOf } from "../support/parsed-config.ts";

describe("a document that does not fit", () => {
	test.each<[string, Model, object, readonly string[]]>([
		[
			"a PIN with a digit too many",
			mz8,
			{ users: [{ id: 1, pin: "12345" }] },
			["users.1.pin: 4 digits, this has 5"],
		],
		[
			"a PIN without quotes",
			mz8,
			{ users: [{ id: 1, pin: 1234 }] },
			["users.1.pin: 4 digits, this is a number (write it in quotes)"],
		],
		[
			"a user without a PIN",
			mz8,
			{ users: [{ id: 1, pin: "1234" }, { id: 2 }] },
			["users.2.pin: 4 digits, this is missing"],
		],
		[
			"a user that only another model has",
			cr200,
			{
				users: [
					{ id: 1, pin: "1234" },
					{ id: 5, pin: "2345" },
				],
			},
			["users.5.id: 1 to 4, this is outside"],
		],
		[
			"a thing without an id",
			mz8,
			{ zones: [{ name: "Hall" }] },
			["zones[0].id: 1 to 40, this is missing"],
		],
		[
			"numbers that are none",
			mz8,
			{ timers: { exitAway: -1, exitHome: 1.5, entry1: "20", siren: 1e300 } },
			[
				"timers.exitAway: 0 to 255, this is outside",
				"timers.exitHome: 0 to 255, this is not a whole number",
				"timers.entry1: 0 to 255, this is a text (write it without quotes)",
				"timers.siren: 1 to 15, this is outside",
			],
		],
		[
			"a step in between",
			mobileMates,
			{ stored: { pendant: { guardTime: 12 } } },
			["stored.pendant.guardTime: 5 to 30 in steps of 5, this is in between"],
		],
		[
			"a word that is nearly right",
			mz8,
			{ zones: [{ id: 1, bypass: "onc" }] },
			[
				"zones.1.bypass: one of none, once, always, this is none of them (did you mean once?)",
			],
		],
		[
			"something else than true or false",
			mz8,
			{ users: [{ id: 1, pin: "1234", latch: 1 }] },
			["users.1.latch: true or false, this is a number"],
		],
		[
			"an RF id of neither form",
			mz8,
			{ zones: [{ id: 1, rfId: "123X" }] },
			[
				"zones.1.rfId: 10 or 14 hexadecimal digits, this has other characters (only 0 to 9 and A to F); or 1 to 10 digits, this has other characters (only the digits 0 to 9)",
			],
		],
		[
			"a name that no message could give",
			mz8,
			{ zones: [{ id: 1, name: "Hall, left" }] },
			[
				"zones.1.name: 1 to 20 characters, this has a comma (no message can carry a comma inside a parameter)",
			],
		],
		[
			"keys that nobody knows",
			mz8,
			{ zone: [], timers: { exit: 1, exitAwey: 2 }, constructor: 1 },
			[
				"timers.exit: there is no such key",
				"timers.exitAwey: there is no such key (did you mean exitAway?)",
				"zone: there is no such key (did you mean zones?)",
				"constructor: there is no such key",
			],
		],
		[
			"a section that the model does not have",
			cr200,
			{ stored: { network: {} } },
			["stored.network: there is no such key"],
		],
		[
			"wrong forms",
			mz8,
			{ users: {}, timers: [], runtime: null, model: 8 },
			[
				"model: mz-8, this is a number",
				"users: a list, this is an object",
				"timers: an object, this is a list",
				"runtime: an object, this is null",
			],
		],
	])("%s", (_, model, document, faults) => {
		expect(faultsOf(model, document)).toEqual(faults);
	});
});

describe("a state that the panel could not have come to", () => {
	const user1 = { id: 1, pin: "1234" };

	test.each<[string, Model, object, readonly string[]]>([
		[
			"nobody is user 1",
			mz8,
			{ users: [{ id: 2, pin: "1234" }] },
			["users: user 1 cannot be left out"],
		],
		[
			"two users share a PIN",
			mz8,
			{ users: [user1, { id: 2, pin: "1234" }] },
			["users.2.pin: user 1 has this PIN already"],
		],
		[
			"a user has the installer's code",
			mz8,
			{ users: [user1, { id: 2, pin: "7982" }] },
			["users.2.pin: the installer has this PIN already"],
		],
		[
			"the guard shares a PIN",
			mz8,
			{ users: [{ id: 95, pin: "1234" }, user1] },
			[],
		],
		[
			"the duress code is the master code",
			mz8,
			{ users: [user1, { id: 96, pin: "1111" }, { id: 98, pin: "1111" }] },
			["users.98.pin: user 96 has this PIN already"],
		],
		[
			"the installer is among the users",
			mz8,
			{ users: [user1, { id: 99, pin: "1111" }] },
			[
				"users.99.latch: the installer has a code, but no name and no latch report",
			],
		],
		[
			"one id twice",
			mz8,
			{
				users: [user1, user1],
				zones: [{ id: 2 }, { id: 2 }],
				reporting: {
					destinations: [
						{ id: 3, url: "123" },
						{ id: 3, url: "456" },
					],
				},
			},
			[
				"users.1: there is only one of each id",
				"zones.2: there is only one of each id",
				"reporting.destinations.3: there is only one of each id",
			],
		],
		[
			"one device in two zones",
			mz8,
			{
				zones: [
					{ id: 1, rfId: "0123456789" },
					{ id: 2, rfId: "0123456789" },
					{ id: 3 },
					{ id: 4 },
				],
			},
			["zones.2.rfId: this device is in zone 1 already"],
		],
		[
			"access codes without the first, and two alike",
			mobileMates,
			{
				credentials: {
					accessCodes: [
						{ id: 2, code: "5" },
						{ id: 3, code: "5" },
					],
				},
			},
			[
				"credentials.accessCodes: access code 1 cannot be left out",
				"credentials.accessCodes.3.code: number 2 has this code already",
			],
		],
		[
			"arming into nothing, without an end",
			mz8,
			{ runtime: { mode: "arming" } },
			[
				"runtime.into: home or away while mode is arming, else null",
				"runtime.deadlines: one exit while mode is arming, else none, there are 0",
			],
		],
		[
			"an exit delay of a panel that is armed",
			mz8,
			{
				runtime: {
					mode: "away",
					into: "away",
					deadlines: [{ due: 1, kind: "exit", sequence: 1 }],
				},
			},
			[
				"runtime.into: home or away while mode is arming, else null",
				"runtime.deadlines: one exit while mode is arming, else none, there is 1",
			],
		],
		[
			"home 2 of a model that has three",
			mz8,
			{ runtime: { mode: "home", home: 2 } },
			[],
		],
		[
			"home 2 of a model that has one",
			cr200,
			{ runtime: { mode: "home", home: 2 } },
			["runtime.home: this model knows away, home-1, disarm only"],
		],
		[
			"home 2 of a panel that is disarmed",
			mz8,
			{ runtime: { home: 2 } },
			["runtime.home: 1 unless the mode is home"],
		],
	])("%s", (_, model, document, faults) => {
		expect(faultsOf(model, document)).toEqual(faults);
	});
});
