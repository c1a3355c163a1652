import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Dialect } from "../../grammar/message/dialect.ts";
import type { Message, Part } from "../../grammar/message/message.ts";
import { defineCommand } from "../../src/commands/define.ts";
import { writeJsonLine } from "../../src/conversation/write-json-line.ts";
import { readScriptLine } from "../../src/firmware/script/script-line.ts";
import { defineModel } from "../../src/models/model.ts";
import { fields } from "../../src/panel/state/fields.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { integer } from "../../src/parameters/kinds/integer.ts";
import { keepIfBlank, kept, required } from "../../src/parameters/parameter.ts";
import { generated } from "../../src/replay/generate/generate.ts";
import { replay } from "../../src/replay/run/replay.ts";
import { checkMessage } from "../../src/views/check-message.ts";
import { composeMessage } from "../../src/views/compose-message.ts";
import {
	describeCommands,
	findCommands,
} from "../../src/views/describe-commands.ts";
import { temporaryFolder } from "../support/folder.ts";
import {
	ANNA,
	anna,
	BOB,
	bob,
	panelWithPeople,
} from "../support/panel-with-people.ts";
import { fresh, replies, texted } from "../support/texting.ts";

/*
 * A maker whom nobody here knows: no keyword, no blanks, answers of its own, and
 * words that are plain words too. It stands in this file and in no list.
 */

/** `1234 TEL 1 +4917012345`. */
const gate: Dialect = {
	name: "gate",
	shape: "CODE WORD p1 p2",
	hasKeyword: false,
	hasBlanks: false,
	read(text) {
		const parts = Array.from(
			text.matchAll(/[^ ]+/g),
			({ 0: part, index }): Part => ({
				text: part,
				start: index,
				end: index + part.length,
			}),
		);
		const [code, word, ...slots] = parts;
		if (code === undefined || !/^[0-9]{4}$/.test(code.text)) return null;
		if (word === undefined || !/^[A-Z]+$/.test(word.text)) return null;
		const keyword = { text: "", start: 0, end: 0 };
		return { keyword, code, word, slots, stray: null } satisfies Message;
	},
	explain: (text) => ({
		code: "message/word",
		message: "message: a code of 4 digits, then a word",
		hint: "write CODE WORD",
		start: 0,
		end: text.length,
		parameter: null,
	}),
	write: ({ code, word, slots }) => [code, word, ...slots].join(" "),
	form: (word, slots) => ["CODE", word, ...slots].join(" "),
	grammar: () => ({ rules: [], tokens: [] }),
};

const arm = defineCommand({
	word: "ARM",
	help: "Arm.",
	source: "this test",
	synonyms: [],
	parameters: {},
	example: {},
	replies: { done: "ARMED" },
	toEvent: () => ({ type: "set-mode", mode: "away" }),
});

const status = defineCommand({
	word: "STATUS",
	help: "Ask for the mode.",
	source: "this test",
	synonyms: [],
	parameters: {},
	example: {},
	answer: ({ runtime }) => `MODE ${runtime.mode}`,
});

const tel = defineCommand({
	word: "TEL",
	help: "Say whom to report to.",
	source: "this test",
	synonyms: [],
	parameters: {
		position: required(fields.destinationNumber),
		number: required(fields.destination),
		group: keepIfBlank(fields.reportGroup),
	},
	example: { position: 1, number: "+4917012345" },
	toEvent: ({ position, number, group }) => ({
		type: "set-destination",
		destination: position,
		url: number,
		group: kept(group),
	}),
});

const del = defineCommand({
	word: "DEL",
	help: "Forget a user.",
	source: "this test",
	synonyms: [],
	parameters: { user: required(fields.userNumber) },
	example: { user: 2 },
	toEvent: ({ user }) => ({ type: "delete-user", user }),
});

const guest = defineModel({
	name: "gate-1",
	title: "Gate One",
	dialect: gate,
	credential: "user-pin",
	commands: { manual: [arm, status, tel, del] },
	replies: {
		done: "{word} {{OK}}",
		refused: "{word} REFUSED",
		badValue: "{word}?",
		unknownWord: null,
		unreadable: null,
		wrongKeyword: null,
		wrongCode: "WRONG CODE",
	},
	probe: "STATUS",
	limits: { destinationNumber: integer([1, 4]) },
});

const subject = { model: guest, state: fresh(guest), file: null };

test("is checked", async () => {
	const right = await checkMessage(subject, "1234 TEL 1 +4917012345", {
		strict: true,
	});
	expect([right.ok, right.diagnostics]).toEqual([true, []]);
	expect(right.parameters.map(({ part }) => part.text)).toEqual([
		"1",
		"+4917012345",
		"",
	]);
	const wrong = await checkMessage(subject, "1234 TEL 9 +4917012345", {
		strict: true,
	});
	expect(wrong.diagnostics).toEqual([
		{
			code: "parameter/range",
			message: "destination number: 1 to 4, this is outside",
			hint: null,
			start: 9,
			end: 10,
			parameter: "position",
		},
	]);
	const judged = { ...subject, file: "panel-config.json" };
	expect((await checkMessage(judged, "4711 ARM")).diagnostics).toEqual([
		expect.objectContaining({ code: "credentials/code", start: 0, end: 4 }),
	]);
	expect((await checkMessage(subject, "HELLO!")).diagnostics).toEqual([
		gate.explain("HELLO!"),
	]);
});

test("is composed, and a blank that it cannot write is refused", () => {
	expect(
		composeMessage(subject, "TEL", ["position=1", "number=+4917012345"]),
	).toMatchObject({ ok: true, text: "1234 TEL 1 +4917012345" });
	expect(composeMessage(subject, "ARM", [])).toMatchObject({
		ok: true,
		text: "1234 ARM",
	});
	expect(composeMessage(subject, "TEL", ["position=1", "group=2"])).toEqual({
		ok: false,
		reason: "number: a message of gate-1 cannot hold a blank; give it a value",
	});
});

test("is described by its own form and example", () => {
	expect(describeCommands(guest, "TEL").split("\n")).toEqual([
		"CODE TEL position number [group]",
		"Say whom to report to.",
		expect.stringContaining("this test"),
		expect.stringContaining("1 to 4"),
		expect.stringContaining("number"),
		expect.stringContaining("group"),
		"example: 1234 TEL 1 +4917012345",
	]);
});

test("runs, with its own answers and its own silence", () => {
	expect(
		replies(guest, [
			"1234 STATUS",
			"1234 TEL 1 +4917012345",
			"1234 TEL 9 +4917012345",
			"1234 DEL 1",
			"1234 BEEP",
			"4711 ARM",
			"HELLO!",
			"1234 ARM",
		]),
	).toEqual([
		"MODE disarm",
		"TEL {OK}",
		"TEL?",
		"DEL REFUSED",
		null,
		"WRONG CODE",
		null,
		"ARMED",
	]);
	const withheld = texted(guest, fresh(guest), "4711 ARM", "");
	expect(withheld.reply).toBeNull();
});

test("an answer to a wrong code is told as one, and the code is counted", () => {
	const { state, verdict } = texted(guest, fresh(guest), "4711 ARM");
	expect(verdict).toMatchObject({
		type: "error",
		command: null,
		diagnostics: [{ code: "credentials/code" }],
	});
	expect(state.runtime.guard.wrongCodes).toMatchObject([{ count: 1 }]);
});

test("generates a corpus that replays, in as many threads as are asked for", async () => {
	const lines = Array.from(
		generated({
			model: guest,
			naming: false,
			count: 300,
			steps: 3,
			invalid: 0.3,
			seed: 1,
			expect: true,
		}),
		writeJsonLine,
	);
	const file = join(await temporaryFolder(), "gate.jsonl");
	writeFileSync(file, lines.join("\n"));
	for (const word of guest.commands.keys())
		expect(lines.join()).toContain(`"sms":"1234 ${word}`);
	const options = {
		model: guest,
		seed: 1,
		shard: null,
		filter: null,
		bail: null,
		update: false,
		showSecrets: false,
		reporters: [],
		blockSize: 1024,
	};
	expect(await replay([file], { ...options, jobs: 2 })).toMatchObject({
		conversations: 300,
		passed: 300,
	});
});

describe("a word that is a plain word too", () => {
	const owner = { ...anna, can: [...anna.can, "program"] } as const;
	const state: PanelState = {
		...panelWithPeople,
		model: guest.name,
		remote: { ...panelWithPeople.remote, people: [owner, bob] },
	};
	const reply = (text: string, from: string) =>
		texted(guest, state, text, from).reply;

	test("is the model's from who may program, under its code", () => {
		expect(reply("1234 ARM", ANNA)).toBe("ARMED");
		expect(reply("1234 TEL 1 +4917012345", BOB)).toBe("TEL {OK}");
	});

	test("is the plain word without one, and from anybody else on the list", () => {
		expect(reply("ARM", ANNA)).toBe("Arming away: 30 s to leave.");
		expect(reply("4711 DISARM", ANNA)).toBe(
			"Not done. Check the real state first: STATUS",
		);
		expect(reply("2222 ARM", BOB)).toBe("Arming away: 30 s to leave.");
	});

	test("is neither from a stranger with another code", () => {
		expect(reply("4711 ARM", "+4912345")).toBe("WRONG CODE");
		expect(reply("ARM", "+4912345")).toBeNull();
	});

	test("is the plain word in a script, and with a colon the model's", () => {
		const commandOf = (line: string) => {
			const read = readScriptLine(guest, line);
			return "command" in read ? read.command : read;
		};
		expect(commandOf("ARM")).toMatchObject({ provenance: "extension" });
		expect(commandOf("ARM:")).toBe(guest.commands.get("ARM"));
	});

	test("is found as both", () => {
		expect(
			findCommands(guest, "arm").map(({ dialect }) => dialect.name),
		).toEqual(["gate", "plain"]);
	});
});
