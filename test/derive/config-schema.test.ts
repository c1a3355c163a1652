import { describe, expect, test } from "vitest";
import { configJsonSchema } from "../../src/derive/config-schema.ts";
import { cr200 } from "../../src/models/cr200.ts";
import { mz8 } from "../../src/models/mz-8.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { factoryState } from "../../src/panel/state/state.ts";
import { parsed } from "../support/parsed-config.ts";

describe("what is left out has its factory value", () => {
	test("a model alone is a panel fresh from the factory", () => {
		expect(parsed(mz8, {})).toEqual({
			schemaVersion: 1,
			...factoryState("mz-8", ["network"]),
		});
	});

	test("zones written by hand", () => {
		const zones = [
			{ id: 7, type: 3, attribute: "home-omit", name: "Front Door" },
			{ id: 6, type: 1, attribute: "entry", name: "Kitchen" },
		];
		expect(parsed(cr200, { zones }).zones).toEqual([
			{
				id: 6,
				rfId: "",
				type: 1,
				attribute: "entry",
				name: "Kitchen",
				bypass: "none",
				flag: false,
				option: "00",
				entryDelay: 1,
				crossZone: false,
			},
			{
				id: 7,
				rfId: "",
				type: 3,
				attribute: "home-omit",
				name: "Front Door",
				bypass: "none",
				flag: false,
				option: "00",
				entryDelay: 1,
				crossZone: false,
			},
		]);
	});

	test("an RF id in small letters is kept in capitals", () => {
		const zones = [{ id: 1, rfId: "0123abcdef" }];
		expect(parsed(mz8, { zones }).zones[0]?.rfId).toBe("0123ABCDEF");
	});

	test("an alias is a model's name too, and is kept", () => {
		expect(parsed(vst2752, { model: "vst-2745" }).model).toBe("vst-2745");
	});
});

test("deadlines come out in the order in which they fall due", () => {
	const deadlines = [{ due: 5, kind: "exit", sequence: 1, about: "" }];
	const runtime = { mode: "arming", into: "home", deadlines };
	expect(parsed(mz8, { runtime }).runtime.deadlines).toEqual(deadlines);
});

test("the JSON Schema of a user", () => {
	const { properties } = configJsonSchema(cr200);
	expect(properties?.users).toEqual({
		description: "Who has a PIN. User 1 is always there.",
		type: "array",
		default: [{ id: 1, name: "", pin: "1234", latch: true }],
		items: {
			type: "object",
			required: ["id", "pin"],
			additionalProperties: false,
			properties: {
				id: {
					title: "user number",
					description:
						"1 to 10 users; 95 guard, 96 master, 97 temporary, 98 duress, 99 installer. (MZ58)",
					type: "integer",
					minimum: 1,
					maximum: 4,
				},
				name: {
					title: "user name",
					description:
						"Shown in reports. (VST; the length is inferred from device names)",
					type: "string",
					maxLength: 10,
					pattern: "^[0-9A-Za-z]*$",
					default: "",
				},
				pin: {
					title: "user PIN",
					description:
						"Four digits; leading zeros matter; no two users share one. (VST)",
					type: "string",
					pattern: "^[0-9]{4,4}$",
				},
				latch: {
					title: "latch report",
					description:
						"Whether every arming and disarming by this user is reported. (VST, VS63)",
					enum: [false, true],
					default: true,
				},
			},
		},
	});
});

test("the JSON Schema asks for the version and the model only", () => {
	expect(configJsonSchema(mz8).required).toEqual(["schemaVersion", "model"]);
});
