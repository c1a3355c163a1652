import { expect, test } from "vitest";
import {
	check,
	compose,
	createPanel,
	type SimulatedPanel,
} from "../../src/index.ts";

/*
 * Callers without types: what the library cannot have meant is refused, and never
 * taken for the default. Each line is a call and what it throws.
 */

const RULES =
	"loss 10%, delay 30s, reorder 30s, duplicate 5s, alphabet, cms 38, storage-full 1m, no-registration 1m, deaf 1m, port-gone 1m; then 10%, 3x, from +15550101, to +15550100";

const now = (given: string) =>
	`now ${given}: an instant like "2026-11-20T10:00:00Z", a Date, or whole milliseconds`;

test.each<readonly [options: unknown, message: string]>([
	["cr200", "createPanel: options: an object, not string"],
	[null, "createPanel: options: an object, not null"],
	[["cr200"], "createPanel: options: an object, not a list"],
	[{ number: 5 }, "number: a string, not number"],
	[{ config: 5 }, "config: a string, not number"],
	[{ now: Number.NaN }, now("NaN")],
	[{ now: 1.5 }, now("1.5")],
	[{ now: new Date("x") }, now("Invalid Date")],
	[{ now: "tomorrow" }, now('"tomorrow"')],
	[{ now: true }, now("true")],
	[
		{ channel: "sunshine" },
		`channel: "sunshine" is not a channel rule; write one of: ${RULES}`,
	],
])("createPanel(%j)", async (options, message) => {
	expect(await refusalOf(() => createPanel(options as never))).toBe(message);
});

test.each<
	readonly [
		name: string,
		work: (panel: SimulatedPanel) => unknown,
		message: string,
	]
>([
	[
		"a sender that is no option",
		(panel) => panel.text("PROG 7982 ECHO:", "+15550102" as never),
		"text: options: an object, not string",
	],
	[
		"a mistyped sender",
		(panel) => panel.text("PROG 7982 ECHO:", { form: "+1555" } as never),
		"text: there is no option form; there are from",
	],
	[
		"a sender that is no text",
		(panel) => panel.text("PROG 7982 ECHO:", { from: 5 } as never),
		"text: from: a string, not number",
	],
	[
		"a part of a millisecond",
		(panel) => panel.advance(1.5),
		"advance 1.5: whole milliseconds from 0 to 3153600000000",
	],
	[
		"no time at all",
		(panel) => panel.advance(undefined as never),
		'advance undefined: no length of time; write "30s", "1h 30m", "250ms", or an instant like "2026-11-20T10:00:00Z"',
	],
	[
		"a step that is no text",
		(panel) => panel.step(3 as never),
		"step: a string, not number",
	],
	[
		"a digest of no text",
		(panel) => panel.digest(5 as never),
		"digest: id: a string, not number",
	],
	[
		"a record without a name",
		(panel) => panel.record(undefined as never),
		"record: id: a string, not undefined",
	],
	[
		"a record with a bare flag",
		(panel) => panel.record("it", false as never),
		"record: options: an object, not boolean",
	],
	[
		"a record with a mistyped option",
		(panel) => panel.record("it", { showDures: false } as never),
		"record: there is no option showDures; there are showDuress",
	],
	[
		"one rule that is no list",
		(panel) => panel.channel?.replace("loss 10%" as never),
		"channel: rules: a list, not string",
	],
	[
		"rules that are no texts",
		(panel) => panel.channel?.replace([5] as never),
		"channel: rules: each: a string, not number",
	],
])("a panel: %s", async (_, work, message) => {
	const panel = await createPanel({ channel: [] });
	const before = [panel.snapshot(), panel.now, panel.record("it")];
	expect(await refusalOf(() => work(panel))).toBe(message);
	expect([panel.snapshot(), panel.now, panel.record("it")]).toEqual(before);
});

test("rules of a network that are refused leave the old ones, in the record too", async () => {
	const panel = await createPanel({ channel: "delay 30s" });
	const before = panel.record("it").transcript;
	expect(
		await refusalOf(() => panel.channel?.replace(["delay 30s", "sunshine"])),
	).toBe(`channel: "sunshine" is not a channel rule; write one of: ${RULES}`);
	expect(panel.channel?.rules).toEqual(["delay 30s"]);
	expect(panel.record("it").transcript).toBe(before);
});

test("a list of rules is the panel's own once it is given", async () => {
	const panel = await createPanel({ channel: [] });
	const rules = ["delay 30s"];
	panel.channel?.replace(rules);
	rules.push("loss 100%");
	expect(panel.channel?.rules).toEqual(["delay 30s"]);
});

test.each<readonly [name: string, work: () => unknown, message: string]>([
	[
		"check nothing",
		() => check(undefined as never),
		"check: a string, not undefined",
	],
	[
		"check for a model by its name alone",
		() => check("x", "cr200" as never),
		"check: options: an object, not string",
	],
	[
		"compose from a line",
		() => compose("USRS", "user=1" as never),
		"compose: fields: an object, not string",
	],
	[
		"compose from a list",
		() => compose("USRS", ["1"] as never),
		"compose: fields: an object, not a list",
	],
	[
		"compose from what was not filled in",
		() => compose("USRS", { user: "1", pin: undefined } as never),
		"compose: pin: a string, not undefined",
	],
	[
		"compose a PIN that has lost its zero",
		() => compose("USRS", { user: "1", pin: 123 } as never),
		"compose: pin: a string, not number",
	],
	[
		"compose without options",
		() => compose("USRS", { user: "1" }, null as never),
		"compose: options: an object, not null",
	],
])("%s", async (_, work, message) => {
	expect(await refusalOf(work)).toBe(message);
});

// Helpers

/** What a call throws, at once or later; a TypeError or a RangeError. */
async function refusalOf(work: () => unknown): Promise<string> {
	try {
		await work();
	} catch (error) {
		if (error instanceof TypeError || error instanceof RangeError)
			return error.message;
		throw error;
	}
	return "not refused";
}
