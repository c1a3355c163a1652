import { describe, expect, test } from "vitest";
import { respond } from "../../src/firmware/respond.ts";
import {
	languageFile,
	languageNames,
} from "../../src/models/language-files.ts";
import { languageModel } from "../../src/models/language-model.ts";
import { readLanguageText } from "../../src/models/language-text.ts";
import { factoryState } from "../../src/panel/state/state.ts";
import { checkMessage } from "../../src/views/check-message.ts";
import { factorySubject } from "../../src/views/subject.ts";
import mine from "../support/my-panel.json" with { type: "json" };

test.each(languageNames)("%s has no faults, and survives JSON", (name) => {
	const file = languageFile(name);
	const { file: read, faults } = readLanguageText(JSON.stringify(file));
	expect(faults).toBeNull();
	expect(read).toEqual(file);
});

test("a panel that nobody has seen is programmed by a file of 40 lines", () => {
	const { file } = readLanguageText(JSON.stringify(mine));
	if (file === null) throw new Error("the file has faults");
	const model = languageModel(file);
	let state = factoryState(model.name, model.sections);
	const replies = [
		"4711*TEL*2*+3611",
		"4711*TEL*9*+3611",
		"4711*ON",
		"4711*X",
		"1111*OFF",
	].map((text) => {
		const panel = { model, number: "+15550100" };
		const response = respond(panel, state, { from: "+15550101", text }, 0);
		state = response.state;
		return response.reply;
	});
	expect(replies).toEqual(["OK", "BAD", "OK", "WHAT", null]);
	expect(state.stored.language).toEqual({
		code: "4711",
		phone1: "",
		phone2: "+3611",
		phone3: "",
	});
});

/** The file with a value at a path put in; undefined takes it away. */
function changed(path: string, value: unknown): string {
	const file = structuredClone(mine) as unknown as Record<string, unknown>;
	const keys = path.split(".");
	const last = keys.pop() ?? "";
	let at = file;
	for (const key of keys) at = at[key] as Record<string, unknown>;
	at[last] = value;
	return JSON.stringify(file);
}

describe("a file that is wrong is refused with its place", () => {
	test.each([
		["name", "My Panel", "name"],
		["name", undefined, "name"],
		["title", "", "title"],
		["sources", {}, "commands.0.source"],
		["envelopes", [], "envelopes"],
		["envelopes.0.family", "free", "envelopes.0.family"],
		[
			"envelopes.0.order.0.form.characters",
			"",
			"envelopes.0.order.0.form.characters",
		],
		[
			"envelopes.0.order.0.form.length",
			[0, 4],
			"envelopes.0.order.0.form.length.0",
		],
		[
			"envelopes.0.order.0.form.pattern",
			".*",
			"envelopes.0.order.0.form.pattern",
		],
		[
			"envelopes.0.order.0.form.length",
			[4, 3],
			"envelopes.0.order.0.form.length",
		],
		["settings.code.kind", { digits: [4, 3] }, "settings.code.kind.digits"],
		["settings.phone.initial", 3, "settings.phone.initial"],
		["envelopes.0.order.2.lead", "", "envelopes.0.order.2.lead"],
		["envelopes.0.order.1.is", "verb", "envelopes.0.order.1.is"],
		[
			"envelopes.0",
			{ family: "forms", code: { characters: "0-9", length: [4, 4] } },
			"commands.0",
		],
		["roles", [], "roles"],
		["roles.0.code", "pin", "roles.0.code"],
		["roles.0.code", "phone", "roles.0.code"],
		["listed", "friends", "listed"],
		["listed", "code", "listed"],
		["settings.code.kind", { regex: ".*" }, "settings.code.kind"],
		["settings.code.initial", "47", "settings.code.initial"],
		["settings.phone.count", 100_000, "settings.phone.count"],
		[
			"settings.Big",
			{ label: "x", kind: { text: 3 }, initial: "" },
			"settings.Big",
		],
		[
			"lists",
			{ all: { of: "nothing", row: "", empty: "", between: "" } },
			"lists.all.of",
		],
		["replies.done", 3, "replies.done"],
		["replies.wrongCode", undefined, "replies.wrongCode"],
		["silence", "perhaps", "silence"],
		["fault", "none", "fault"],
		["joined", { mark: "manual", source: "Z" }, "joined.source"],
		["joined", { mark: "manual", source: "M" }, "joined"],
		["joined", { mark: "sure", source: "L" }, "joined.mark"],
		["commands", [], "commands"],
		["commands.0.word", undefined, "commands.0"],
		["commands.0.forms", ["{code}ON"], "commands.0"],
		["commands.0.class", "does", "commands.0.class"],
		["commands.0.mark", "sure", "commands.0.mark"],
		["commands.0.source", "Z", "commands.0.source"],
		["commands.0.mark", "observed", "commands.0.observed"],
		["commands.0.replyMark", "observed", "commands.0.observed"],
		[
			"commands.0.observed",
			{ model: "X1", firmware: "2.0", date: "2026-11-30" },
			"commands.0.observed",
		],
		[
			"commands.0.observed",
			{ model: "X1", firmware: "2.0", date: "in May" },
			"commands.0.observed.date",
		],
		["commands.0.does.0", { run: "rm" }, "commands.0.does.0"],
		["commands.0.does.0", { set: { siren: 1 } }, "commands.0.does.0"],
		["commands.0.reply", { done: "{fone}" }, "commands.0.reply.done"],
		["commands.0.reply", { done: "{setting code}" }, "commands.0.reply.done"],
		["commands.0.role", "boss", "commands.0.role"],
		["commands.0.help", "", "commands.0.help"],
		["commands.1.word", "ON", "commands.1"],
		["commands.2.params.1.name", "n", "commands.2.params"],
		[
			"commands.2.params.0.kind",
			{ list: { between: "*", max: 2, of: { integer: [[1, 3]] } } },
			"commands.2.params.0.kind",
		],
		["commands.2.params.0.rest", true, "commands.2.params.0.rest"],
		["commands.2.does.0.at", "m", "commands.2.does.0"],
		["commands.2.does.0.at", undefined, "commands.2.does.0"],
		["commands.2.example.n", 9, "commands.2.example"],
		["commands.2.example.x", 1, "commands.2.example"],
		[
			"commands.2.needs",
			{ setting: ["door", "open"] },
			"commands.2.needs.setting",
		],
	])("%s: %j", (path, value, where) => {
		const { faults } = readLanguageText(changed(path, value));
		expect(faults?.map((fault) => fault.path)).toContain(where);
	});

	test("what was seen at a panel says at which, and --strict accepts it", () => {
		const [first, ...others] = mine.commands;
		const text = JSON.stringify({
			...mine,
			commands: [
				{
					...first,
					mark: "observed",
					observed: { model: "X1", firmware: "2.0", date: "2026-11-30" },
				},
				...others.map((each) => ({ ...each, mark: "inferred" })),
			],
		});
		const { file, faults } = readLanguageText(text);
		expect(faults).toBeNull();
		if (file === null) return;
		const subject = factorySubject(languageModel(file));
		expect(
			["4711*ON", "4711*OFF"].map((message) => {
				const { verdict, diagnostics } = checkMessage(subject, message, {
					strict: true,
				});
				return [verdict, diagnostics.map(({ code }) => code)];
			}),
		).toEqual([
			["seen at a panel", []],
			["wrong", ["message/not-printed"]],
		]);
	});

	test("a command that another one in front of it hides", () => {
		const hidden = { ...mine.commands[2], name: "TEL again" };
		const text = JSON.stringify({
			...mine,
			commands: [...mine.commands, hidden],
		});
		expect(
			readLanguageText(text).faults?.map(({ path, rule }) => [path, rule]),
		).toEqual([
			[
				"commands.3.example",
				"it is read as TEL, which stands before it and fits it too",
			],
		]);
	});

	test("line and column are those of the value", () => {
		const text = JSON.stringify(mine, null, 1).replace(
			'"silence": "inferred"',
			'"silence": "so"',
		);
		const line =
			text.split("\n").findIndex((each) => each.includes('"so"')) + 1;
		expect(readLanguageText(text).faults).toMatchObject([
			{ line, column: 13, path: "silence" },
		]);
	});

	test.each([
		[
			'{\n "name": "x",\n "class": }',
			{ line: 3, column: 11, path: "", rule: "no JSON: a value is due here" },
		],
		[
			'{\n "name": "x",\n "name": "y"\n}',
			{
				line: 3,
				column: 2,
				path: "name",
				rule: "this key stands there twice",
			},
		],
	])("%j", (text, fault) => {
		expect(readLanguageText(text).faults).toEqual([fault]);
	});

	test.each([
		["no JSON", "{", 1],
		["10 MB", `"${"x".repeat(10_000_000)}"`, 1],
		["deep", "[".repeat(100_000) + "]".repeat(100_000), 1],
		["a prototype", `{"__proto__":{"name":"x"},"name":"y"}`, 1],
		["an empty file", "", 1],
	])("%s", (_, text, line) => {
		expect(readLanguageText(text).faults?.[0]?.line).toBe(line);
	});
});
