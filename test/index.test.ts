import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
	createPanel,
	type PanelOptions,
	type PanelState,
} from "../src/index.ts";
import { temporaryFolder } from "./support/folder.ts";

test("a panel answers, and says what it made of the text", async () => {
	const panel = await createPanel();
	expect([panel.model, panel.now.toISOString()]).toEqual([
		"vst-2752",
		"2026-01-01T00:00:00.000Z",
	]);
	expect(
		await panel.text("PROG 7982 USRS:1,4711", { from: "+15550177" }),
	).toEqual({
		reply: "USRS:OK",
		replies: ["USRS:OK"],
		sent: [{ to: "+15550177", text: "USRS:OK" }],
		accepted: true,
		command: "USRS",
		provenance: expect.anything(),
		arguments: { user: 1, pin: "4711" },
		changes: [{ path: "users.1.pin", from: "1234", to: "4711" }],
		effects: [],
		diagnostics: [],
	});
	const refused = await panel.text("PROG 7982 USRS:1,12");
	expect([refused.replies, refused.diagnostics[0]?.message]).toEqual([
		["USRS:ERROR"],
		"user PIN: 4 digits, this has 2",
	]);
	expect((await panel.text("hello")).replies).toEqual([]);
});

test("time passes when it is told to, and tells what it brought", async () => {
	const panel = await createPanel({ now: "2026-11-20T10:00:00Z" });
	await panel.text("PROG 7982 RPEX:1,1,0,sms://+15550188");
	await panel.text("PROG 7982 MODE:A");
	expect((await panel.advance(29_000)).changes).toEqual([]);
	const passed = await panel.advance("1s");
	expect(passed.sent).toEqual([{ to: "+15550188", text: "armed by SMS" }]);
	expect(passed.changes).toContainEqual({
		path: "runtime.mode",
		from: "arming",
		to: "away",
	});
	await panel.advance(new Date("2026-11-20T11:00:00Z"));
	expect(panel.now.toISOString()).toBe("2026-11-20T11:00:00.000Z");
});

test("things happen at it, and it may refuse", async () => {
	const panel = await createPanel();
	await panel.text("PROG 7982 MODE:H");
	expect(await panel.step("keypad 9999 disarm")).toMatchObject({
		accepted: false,
		refusal: { code: expect.stringMatching(/code/) },
	});
	expect(await panel.step("keypad 1234 disarm")).toMatchObject({
		accepted: true,
		refusal: null,
		changes: expect.arrayContaining([
			expect.objectContaining({ path: "runtime.mode", to: "disarm" }),
		]),
	});
});

test("a snapshot starts another panel, which is another one", async () => {
	const first = await createPanel({ model: "cr200" });
	await first.text("PROG 1234 MODE:A");
	const snapshot: PanelState = JSON.parse(JSON.stringify(first.snapshot()));
	const second = await createPanel({ snapshot });
	expect(second.model).toBe("cr200");
	expect(second.snapshot()).toEqual(first.snapshot());
	await second.advance("30s");
	expect(second.snapshot().runtime.mode).toBe("away");
	expect(first.snapshot().runtime.mode).toBe("arming");
});

test("a panel's file starts one as well", async () => {
	const config = join(await temporaryFolder(), "panel.json");
	writeFileSync(
		config,
		'{"schemaVersion":1,"model":"mz-8","users":[{"id":1,"pin":"4711"}]}',
	);
	const panel = await createPanel({ config });
	expect(panel.snapshot().users).toMatchObject([{ id: 1, pin: "4711" }]);
});

test("the network loses what it is told to, the same every time", async () => {
	const answered = async (seed: number) => {
		const panel = await createPanel({ channel: ["loss 50%"], seed });
		const came: number[] = [];
		for (let count = 0; count < 16; count += 1)
			came.push((await panel.text("PROG 7982 ECHO:")).replies.length);
		return came.join("");
	};
	expect(await answered(7)).toBe(await answered(7));
	expect(await answered(7)).not.toBe(await answered(8));

	const slow = await createPanel({ channel: "delay 30s to +15550100" });
	expect(await slow.text("PROG 7982 ECHO:")).toMatchObject({
		accepted: false,
		replies: [],
	});
	expect((await slow.advance("30s")).sent).toEqual([
		{ to: "+15550101", text: "ECHO:OK" },
	]);
});

describe("what is wrong is named:", () => {
	test.each<[PanelOptions & { [key: string]: unknown }, string]>([
		[{ model: "vst-1" }, "there is no model vst-1. There are vst-2752, "],
		[{ modle: "cr200" }, "createPanel: there is no option modle; there are "],
		[{ now: "soon" }, 'now "soon": an instant like "2026-11-20T10:00:00Z"'],
		[{ channel: "lose" }, 'channel: "lose" is not a channel rule'],
		[
			{ snapshot: {} as never },
			"snapshot: what snapshot() gives, with its model",
		],
		[{ seed: -1 }, "seed -1: a whole number from 0 on"],
		[{ config: "nothing.json" }, "nothing.json: there is no such file"],
	])("%j", async (options, message) => {
		await expect(createPanel(options)).rejects.toThrow(message);
	});

	test("a snapshot that no panel could have", async () => {
		const { users, ...rest } = (await createPanel()).snapshot();
		const [user] = users;
		if (user === undefined) throw new Error("no user");
		const snapshot = { ...rest, users: [{ ...user, pin: "12" }] };
		await expect(createPanel({ snapshot })).rejects.toThrow(
			"snapshot: users.1.pin: 4 digits, this has 2",
		);
		await expect(
			createPanel({ snapshot: { ...rest, users }, model: "cr200" }),
		).rejects.toThrow("model cr200: what it is to remember is of a vst-2752");
	});

	test("a step, a length of time, an instant that has been", async () => {
		const panel = await createPanel({ now: "2026-11-20T10:00:00Z" });
		await expect(panel.step("zone 3 explode")).rejects.toThrow(
			'step "zone 3 explode": this does not happen at a panel; zone N open, ',
		);
		await expect(panel.step("zone x open")).rejects.toThrow('step "x": zone: ');
		await expect(panel.advance("30 parsecs")).rejects.toThrow(
			'advance "30 parsecs": no length of time; write "30s"',
		);
		await expect(panel.advance(-1)).rejects.toThrow(
			"advance -1: whole milliseconds",
		);
		await expect(panel.advance(Number.NaN)).rejects.toThrow("advance NaN");
		await expect(panel.advance("2026-11-20T09:59:00Z")).rejects.toThrow(
			"advance 2026-11-20T09:59:00Z: it is 1m later already, and time never runs backwards",
		);
	});
});
