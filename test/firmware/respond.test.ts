import { describe, expect, test } from "vitest";
import { respond } from "../../src/firmware/respond.ts";
import { cr200 } from "../../src/models/cr200.ts";
import type { Model } from "../../src/models/model.ts";
import { mz8 } from "../../src/models/mz-8.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { transition } from "../../src/panel/transition.ts";
import { withDevices } from "../support/house-with-devices.ts";
import {
	fresh,
	NOON,
	PANEL,
	PHONE,
	replies,
	texted,
} from "../support/texting.ts";

describe("vst-2752", () => {
	test("confirms what its manual prints", () => {
		expect(
			replies(vst2752, [
				"PROG 7982 USRS:1,1234,JOHN,1",
				"PROG 7982 USRS:1,1234,,1",
				"PROG 7982 USRS:1,1234,JOHN",
			]),
		).toEqual(["USRS:OK", "USRS:OK", "USRS:OK"]);
	});

	test("is silent to a wrong P-Word, a wrong code and what it cannot read", () => {
		expect(
			replies(vst2752, [
				"GORP 7982 USRS:1,1234",
				"prog 7982 USRS:1,1234",
				"PROG 0000 USRS:1,1234",
				"PROG 7982",
				"PROG 7982 usrs:1,1234",
				"PROG 7982 USERSETTING:1",
				"7982 USRS:1,1234",
				"hello",
				"",
			]),
		).toEqual(Array(9).fill(null));
	});

	test("answers ERROR to right credentials and anything else wrong", () => {
		expect(
			replies(vst2752, [
				"PROG 7982 ZZZZ:1",
				"PROG 7982 USRS:1,12,JOHN",
				"PROG 7982 USRS 1,1234",
				"PROG 7982 USRS",
				"PROG 7982 USRS:",
				"PROG 7982 USRS:2",
				"PROG 7982 USRS:11,1234",
				"PROG 7982 USRS:1,1234,JOHN,2",
				"PROG 7982 USRS:1,1,1234,user,1",
				"PROG 7982 USRS:1,１２３４",
			]),
		).toEqual(["ZZZZ:ERROR", ...Array<string>(9).fill("USRS:ERROR")]);
	});

	test("lets spaces and empty surplus pass", () => {
		expect(
			replies(vst2752, [
				"  PROG   7982  USRS:1 , 4321 , Front Door ,1\r\n",
				"PROG 7982 USRS:1,1234,,1,,",
				"PROG 7982 ECHO",
				"PROG 7982 ECHO:",
				"PROG 7982 PIN?",
				"PROG 7982 PIN?:",
			]),
		).toEqual([
			"USRS:OK",
			"USRS:OK",
			"ECHO:OK",
			"ECHO:OK",
			"PIN?:(1,1234,),(2,,),(3,,),(4,,)",
			"PIN?:(1,1234,),(2,,),(3,,),(4,,)",
		]);
	});

	test("never answers its own number, and hears a withheld one without answering", () => {
		const text = "PROG 7982 USRS:1,4321";
		const own = texted(vst2752, fresh(vst2752), text, PANEL);
		expect([own.reply, own.verdict.type]).toEqual([null, "silence"]);
		const withheld = texted(vst2752, fresh(vst2752), text, "");
		expect([withheld.reply, withheld.verdict.type]).toEqual([null, "done"]);
	});

	test("answers a change of credentials under the old ones", () => {
		expect(
			replies(vst2752, [
				"PROG 7982 PWRD:HOUSE,4711",
				"PROG 7982 ECHO:",
				"HOUSE 7982 ECHO:",
				"HOUSE 4711 ECHO:",
			]),
		).toEqual(["PWRD:OK", null, null, "ECHO:OK"]);
	});

	test("counts wrong codes behind the right P-Word, and only those", () => {
		let state = fresh(vst2752);
		for (const text of ["PROG 1 ECHO:", "GORP 1 ECHO:", "PROG 2 ECHO:", "hi"])
			state = texted(vst2752, state, text).state;
		expect(
			state.runtime.guard.wrongCodes.map(({ from, count }) => [from, count]),
		).toEqual([["+15550101", 2]]);
	});
});

describe("mz-8", () => {
	test("takes the list form of USRS and refuses the form of VST", () => {
		expect(
			replies(mz8, [
				"PROG 7982 USRS:1,1,1234,user,1",
				"PROG 7982 USRS:1,1234,JOHN,1",
				"PROG 7982 USRS:1,97,5678,guest,1",
				"PROG 7982 USRS:1,97,,",
				"PROG 7982 USRD:1,1",
			]),
		).toEqual(["USRS:OK", "USRS:ERROR", "USRS:OK", "USRS:OK", "USRD:ERROR"]);
	});

	test("says why the four-parameter form is refused", () => {
		const { verdict } = texted(mz8, fresh(mz8), "PROG 7982 USRS:2,1234,JOHN,1");
		expect(verdict.type === "error" ? verdict.diagnostics[0] : null).toEqual({
			code: "parameter/constant",
			message: "area: always 1, this is something else",
			hint: "MZ-8 wants the area, always 1, in front of the user number (MZ58); this is the form of VST: USRS:1,2,1234,JOHN,1",
			start: 15,
			end: 16,
			parameter: "area",
		});
	});

	test("deletes users with USRD only", () => {
		expect(
			replies(mz8, [
				"PROG 7982 USRS:1,2,1111,ANNA,1",
				"PROG 7982 USRS:1,2,,",
				"PROG 7982 PIN?",
				"PROG 7982 USRD:1,2",
				"PROG 7982 PIN?",
			]),
		).toEqual([
			"USRS:OK",
			"USRS:OK",
			"PIN?:(1,1234,),(2,1111,),(3,,),(4,,)",
			"USRD:OK",
			"PIN?:(1,1234,),(2,,),(3,,),(4,,)",
		]);
	});

	test("has three homes", () => {
		expect(
			replies(mz8, [
				"PROG 7982 MODE:H2",
				"PROG 7982 MOD?:",
				"PROG 7982 MODE:H",
				"PROG 7982 MOD?:",
			]),
		).toEqual(["MODE:OK", "MODE?H2", "MODE:OK", "MODE?H"]);
	});
});

describe("cr200", () => {
	test("takes any user's PIN as the code, and names the mode as printed", () => {
		expect(
			replies(cr200, [
				"PROG 1234 MODE:A",
				"PROG 1234 MOD?:",
				"PROG 1234 PINU:2,5678,ANNA",
				"PROG 5678 MODE:D",
				"PROG 5678 MOD?",
				"PROG 7982 MODE:A",
				"PROG 1234 MODE:H2",
			]),
		).toEqual([
			"MODE:OK",
			"MODE?A",
			"PINU:OK",
			"MODE:OK",
			"MODE?D",
			null,
			"MODE:ERROR",
		]);
	});

	test("lists devices as its manual prints them", () => {
		const page = "PROG 1234 DEV?:2";
		expect(replies(cr200, [page, "PROG 1234 DEV?:7"])).toEqual([
			"DEV?:2,6,(6,,,),(7,,,),(8,,,),(9,,,),(10,,,)",
			"DEV?:ERROR",
		]);
		expect(replies(cr200, [page], withDevices(fresh(cr200)))).toEqual([
			"DEV?:2,6,(6,1,2,Kitchen),(7,3,1,Front Door),(8,,,),(9,,,),(10,,,)",
		]);
	});

	test("edits a device that is there, and no other", () => {
		expect(
			replies(
				cr200,
				["PROG 1234 DEVE:6,0,Hall", "PROG 1234 DEVE:1,0,Hall"],
				withDevices(fresh(cr200)),
			),
		).toEqual(["DEVE:OK", "DEVE:ERROR"]);
	});

	test("deletes a user by PIN and name both blank, but not user 1", () => {
		expect(
			replies(cr200, [
				"PROG 1234 PINU:2,5678,ANNA",
				"PROG 1234 PINU:2,,",
				"PROG 1234 PIN?",
				"PROG 1234 PINU:1,,",
			]),
		).toEqual([
			"PINU:OK",
			"PINU:OK",
			"PIN?:(1,1234,),(2,,),(3,,),(4,,)",
			"PINU:ERROR",
		]);
	});
});

describe("what goes on at the panel", () => {
	const at = NOON + 1000;
	const text = (model: Model, state: PanelState, text: string, now = at) =>
		respond({ model, number: PANEL }, state, { from: PHONE, text }, now);

	test("a panel without power is silent and changes nothing", () => {
		const by = { via: "site" } as const;
		const dark = transition(
			fresh(vst2752),
			{ type: "power", on: false, by },
			NOON,
		).state;
		const { state, reply, verdict } = text(vst2752, dark, "PROG 7982 MODE:A");
		expect([state, reply]).toEqual([dark, null]);
		expect(verdict).toMatchObject({ type: "silence", reason: "no-power" });
	});

	test("a sender with too many wrong codes is not heard where that is set", () => {
		const plain = fresh(vst2752);
		const options = { ...plain.options, smsGuard: 2 };
		let state: PanelState = { ...plain, options };
		for (const code of ["1111", "2222"])
			state = text(vst2752, state, `PROG ${code} ECHO:`).state;
		const shut = text(vst2752, state, "PROG 7982 ECHO:");
		expect(shut).toMatchObject({
			reply: null,
			verdict: { type: "silence", reason: "shut" },
		});
		const later = text(vst2752, shut.state, "PROG 7982 ECHO:", at + 90_000);
		expect(later.reply).toBe("ECHO:OK");
	});

	test("who is let in by an own PIN arms as that user", () => {
		const { state } = text(cr200, fresh(cr200), "PROG 1234 MODE:A");
		expect(state.runtime.armedBy).toEqual({
			event: "remote",
			user: 1,
			latch: true,
			afar: true,
		});
		const nobody = text(vst2752, fresh(vst2752), "PROG 7982 MODE:A").state;
		expect(nobody.runtime.armedBy?.user).toBe(0);
	});

	test("the effects of what fell due before a text come before its own", () => {
		const plain = fresh(vst2752);
		const by = { via: "site" } as const;
		const zone = { id: 1, ...fire };
		const burning = transition(
			{ ...plain, zones: [zone] },
			{ type: "zone-signal", zone: 1, signal: "open", by },
			NOON,
		).state;
		const { effects } = text(vst2752, burning, "PROG 7982 ECHO:", at + 180_000);
		expect(effects).toEqual([{ type: "siren", on: false }, { type: "test" }]);
	});
});

const fire = {
	rfId: "",
	type: 4,
	attribute: "fire",
	name: "",
	bypass: "none",
	flag: false,
	option: "00",
	entryDelay: 1,
	crossZone: false,
} as const;
