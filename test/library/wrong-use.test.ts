import { expect, test } from "vitest";
import {
	check,
	compose,
	createPanel,
	replay,
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
	[
		{ number: "hello" },
		'number: "hello" is no number: "h" cannot be dialled; write it like +15550101',
	],
	[{ number: "" }, 'number: "" is no number: it has no digits'],
	[
		{ number: "123456789012345678901" },
		'number: "123456789012345678901" is no number: it has 21 digits, at most 20 fit',
	],
	[{ config: 5 }, "config: a string, not number"],
	[{ config: null }, "config: a string, not null"],
	[{ model: null }, "model: a string, not null"],
	[{ model: 5 }, "model: a string, not number"],
	[{ snapshot: null }, "snapshot: what snapshot() gives, with its model"],
	[{ seed: "1" }, "seed: a number, not string"],
	[{ seed: null }, "seed: a number, not null"],
	[{ seed: -1 }, "seed -1: a whole number from 0 on"],
	[{ now: null }, now("null")],
	[{ now: Number.NaN }, now("NaN")],
	[{ now: 1.5 }, now("1.5")],
	[{ now: new Date("x") }, now("Invalid Date")],
	[{ now: "tomorrow" }, now('"tomorrow"')],
	[{ now: true }, now("true")],
	[
		{ channel: "sunshine" },
		`channel: "sunshine" is not a channel rule; write one of: ${RULES}`,
	],
	[{ channel: 5 }, "channel: a list, not number"],
	[{ channel: null }, "channel: a list, not null"],
	[{ channel: [5] }, "channel: each: a string, not number"],
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
		"a record with a flag that is a word",
		(panel) => panel.record("it", { showDuress: "no" } as never),
		"record: showDuress: true or false, not string",
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

test("a panel's number may be written as people write it", async () => {
	for (const number of ["+1 555 0177", "(0)6-12.34", "12345", "*100#"]) {
		const panel = await createPanel({ number });
		expect(panel.number).toBe(number);
		expect((await panel.text("PROG 7982 ECHO:")).replies).toEqual(["ECHO:OK"]);
		// It never answers itself.
		expect(
			(await panel.text("PROG 7982 ECHO:", { from: number })).replies,
		).toEqual([]);
	}
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
	[
		"compose for a model that is no text",
		() => compose("USRS", {}, { model: null } as never),
		"model: a string, not null",
	],
	[
		"check for a model that is no text",
		() => check("x", { model: 5 } as never),
		"model: a string, not number",
	],
	[
		"check strictly by a word",
		() => check("x", { strict: "no" } as never),
		"strict: true or false, not string",
	],
	[
		"replay one name that is no list",
		() => replay("a.smst" as never),
		"replay: a list of files, not string",
	],
	["replay nothing", () => replay([]), "replay: there is no file"],
	[
		"replay what is no name",
		() => replay([5] as never),
		"replay: a file: a string, not number",
	],
	[
		"replay for a model that is no text",
		() => replay(["a.smst"], { model: null } as never),
		"model: a string, not null",
	],
	[
		"replay what fits a number",
		() => replay(["a.smst"], { filter: 5 } as never),
		"filter: a string, not number",
	],
	[
		"replay until a text",
		() => replay(["a.smst"], { bail: "1" } as never),
		"bail: a number, not string",
	],
	[
		"replay until nothing fails",
		() => replay(["a.smst"], { bail: 0 }),
		"bail 0: a whole number from 1 on",
	],
	[
		"replay without a seed",
		() => replay(["a.smst"], { seed: null } as never),
		"seed: a number, not null",
	],
	[
		"replay on no network",
		() => replay(["a.smst"], { channel: null } as never),
		"channel: a list, not null",
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
