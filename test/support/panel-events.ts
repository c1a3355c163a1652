/** Events that can happen to a panel, by chance. */
import fc from "fast-check";
import type { Happening, PanelEvent } from "../../src/panel/state/event.ts";
import { attributes } from "../../src/panel/state/fields/attributes.ts";
import { optionFields } from "../../src/panel/state/fields/options.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import type { troubles } from "../../src/panel/state/troubles.ts";
import { valuesOfAll } from "./arbitraries.ts";
import { aZone, destination, panelWithZones } from "./panel-with-zones.ts";
import { PHONE } from "./texting.ts";

const modes = ["disarm", "away", "home-1", "home-2", "home-3"] as const;
const zone = fc.integer({ min: 1, max: 21 });
const code = fc.constantFrom(
	"1234",
	"0002",
	"0095",
	"0096",
	"0097",
	"0098",
	"7982",
	"9999",
);

const someOptions = fc.record(
	{
		...valuesOfAll(optionFields),
		timeZone: fc.constantFrom("UTC", "Europe/Berlin", "Pacific/Apia"),
	},
	{ requiredKeys: [] },
);

/** What can happen at a house. */
export const siteHappening: fc.Arbitrary<Happening> = fc.oneof(
	{
		weight: 8,
		arbitrary: fc.record({
			type: fc.constant("zone-signal"),
			zone,
			signal: fc.constantFrom("open", "close", "trip"),
		}),
	},
	{
		weight: 5,
		arbitrary: fc.record({
			type: fc.constant("keypad"),
			code,
			mode: fc.constantFrom(...modes),
		}),
	},
	{
		weight: 3,
		arbitrary: fc.record({
			type: fc.constant("trouble"),
			trouble: fc.constantFrom(...troubleNames()),
			zone,
			present: fc.boolean(),
		}),
	},
	{
		weight: 1,
		arbitrary: fc.record({ type: fc.constant("power"), on: fc.boolean() }),
	},
);

/** What comes by message, or from whoever sends the reports. */
const smsHappening: fc.Arbitrary<Happening> = fc.oneof(
	fc.record({ type: fc.constant("set-mode"), mode: fc.constantFrom(...modes) }),
	fc.record({
		type: fc.constant("set-zone"),
		zone,
		bypass: fc.constantFrom("none", "once", "always"),
		attribute: fc.constantFrom(...attributes.map(({ value }) => value)),
		entryDelay: fc.constantFrom(1, 2),
		crossZone: fc.boolean(),
	}),
	fc.record({ type: fc.constant("remove-device"), zone }),
	fc.record({
		type: fc.constant("add-device"),
		zone,
		lastZone: fc.constant(40),
		rfId: zone.map((id) => String(id).padStart(10, "0")),
	}),
	fc.record({
		type: fc.constant("set-timers"),
		exitAway: fc.integer({ min: 0, max: 60 }),
		entry1: fc.integer({ min: 0, max: 60 }),
		entry2: fc.integer({ min: 0, max: 60 }),
		crossZoneTime: fc.integer({ min: 0, max: 60 }),
		mainsReport: fc.integer({ min: 0, max: 3 }),
	}),
	fc.record({ type: fc.constant("set-options"), options: someOptions }),
	fc.record({
		type: fc.constant("set-schedule"),
		schedule: fc.record({
			id: fc.integer({ min: 1, max: 3 }),
			hour: fc.integer({ min: 0, max: 23 }),
			minute: fc.integer({ min: 0, max: 59 }),
			mode: fc.constantFrom("away", "home-1"),
		}),
	}),
	fc.record({
		type: fc.constant("delete-schedule"),
		schedule: fc.integer({ min: 1, max: 3 }),
	}),
	fc.record({
		type: fc.constant("set-reporting"),
		checkIn: fc.constantFrom(0, 6, 24),
		group: fc.record({
			id: fc.integer({ min: 1, max: 3 }),
			kind: fc.constantFrom("essential", "optional"),
			retries: fc.constantFrom(1, 3),
		}),
	}),
	fc.record({
		type: fc.constantFrom("report-sent", "report-failed", "report-in-doubt"),
		report: fc.integer({ min: 1, max: 30 }),
		destination: fc.integer({ min: 1, max: 3 }),
	}),
	fc.integer({ min: 1, max: 3 }).map((id) => ({
		type: "set-destination" as const,
		destination: id,
		url: "sms://+15550201",
		group: id,
	})),
	fc.record({
		type: fc.constant("delete-destination"),
		destination: fc.integer({ min: 1, max: 3 }),
	}),
	fc.record({
		type: fc.constant("arm-at"),
		hour: fc.integer({ min: 0, max: 23 }),
		minute: fc.integer({ min: 0, max: 59 }),
	}),
	fc.constantFrom<Happening>(
		{ type: "cancel-arming" },
		{ type: "mute" },
		{ type: "duress" },
		{ type: "set-mode", mode: "away", force: true },
		{ type: "set-mode", mode: "away", force: false },
	),
	fc.constant({ type: "set-user", user: 97, pin: "0097" } as const),
	fc.constant({ type: "wrong-code", listed: false } as const),
	fc.constant({ type: "time" } as const),
);

/** An event with its cause, and how long after the one before. */
export interface Moment {
	readonly wait: number;
	readonly event: PanelEvent;
}

/** Seconds at which something falls due are likelier than others. */
const wait = fc.oneof(
	fc.integer({ min: 0, max: 60 }).map((seconds) => seconds * 1000),
	fc.constantFrom(0, 1, 20_000, 30_000, 60_000, 180_000, 300_000),
	fc.integer({ min: 0, max: 2 * 86_400_000 }),
);

export const moments: fc.Arbitrary<Moment[]> = fc.array(
	fc.record({
		wait,
		event: fc.oneof(
			{
				weight: 3,
				arbitrary: siteHappening.map(
					(happening): PanelEvent => ({
						...happening,
						by:
							happening.type === "keypad" ? { via: "keypad" } : { via: "site" },
					}),
				),
			},
			{
				weight: 1,
				arbitrary: smsHappening.map(
					(happening): PanelEvent => ({
						...happening,
						by: { via: "sms", from: PHONE },
					}),
				),
			},
		),
	}),
	{ maxLength: 40, size: "max" },
);

const aBypass = fc.constantFrom("none", "none", "none", "once", "always");

/** A house with a zone of every attribute and a code of every kind, and three groups. */
export const everyZonedPanel: fc.Arbitrary<PanelState> = fc
	.tuple(
		someOptions,
		fc.array(aBypass, {
			minLength: attributes.length,
			maxLength: attributes.length,
		}),
	)
	.map(([options, bypasses]) => {
		const plain = panelWithZones([], options, {
			exitAway: 10,
			exitHome: 10,
			crossZoneTime: 30,
		});
		return {
			...plain,
			users: [
				...plain.users,
				...[2, 95, 96, 97, 98].map((id) => ({
					id,
					name: "",
					pin: String(id).padStart(4, "0"),
					latch: id !== 2,
				})),
			],
			zones: attributes.map(({ value }, at) => ({
				...aZone(at + 1, value),
				bypass: bypasses[at] ?? "none",
				crossZone: at > 15,
				entryDelay: at % 2 === 0 ? 1 : 2,
			})),
			reporting: {
				...plain.reporting,
				destinations: [destination(1), destination(2, 2), destination(3, 3)],
				groups: [{ id: 2, kind: "optional", retries: 1 }],
			},
		};
	});

function troubleNames(): readonly (keyof typeof troubles)[] {
	return [
		"mains",
		"battery-low",
		"battery-missing",
		"panel-tamper",
		"jam",
		"gsm",
		"sim",
		"receiver",
		"tamper",
		"low-battery",
		"supervision",
	];
}
