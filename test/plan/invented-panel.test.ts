import { expect, test } from "vitest";
import { respond } from "../../src/firmware/respond.ts";
import { readLanguageText } from "../../src/models/language-text.ts";
import { addLanguage } from "../../src/models/models.ts";
import { factoryState } from "../../src/panel/state/state.ts";
import { forRealPanel } from "../../src/plan/messages/plan-rules.ts";
import { plannedFrom, reported, siteOfText } from "../support/planned.ts";

/** What an installer writes down who has the leaflet of a panel that nobody knows. */
const file = `{
  "name": "invented", "title": "Invented panel", "maker": "Nobody",
  "shape": "CODE*WORD*value",
  "sources": { "L": { "title": "its leaflet, p. 2", "url": "" } },
  "envelopes": [{ "family": "places", "blanks": "exact", "order": [
    { "is": "code", "form": { "characters": "0-9", "length": [4, 4] } },
    { "is": "word", "lead": "*", "form": { "characters": "A-Z", "length": [1, 8] } },
    { "is": "slots", "lead": "*", "between": "*" }] }],
  "roles": [{ "name": "user", "code": "code" }],
  "settings": {
    "code": { "label": "code", "kind": { "digits": [4, 4] }, "initial": "4711" },
    "phone": { "label": "phone", "kind": { "phone": 15 }, "initial": "", "count": 3 },
    "siren": { "label": "siren", "kind": { "integer": [[0, 90]] }, "initial": 30 }
  },
  "replies": {
    "done": "OK {word}", "refused": "NO", "badValue": "BAD", "unknownWord": "WHAT",
    "unreadable": null, "wrongCode": null
  },
  "silence": "inferred",
  "commands": [
    { "word": "TEL", "help": "Set a number.", "class": "sets", "mark": "manual", "source": "L",
      "params": [{ "name": "n", "kind": { "integer": [[1, 3]] } },
        { "name": "phone", "kind": { "phone": 15 } }],
      "does": [{ "set": { "phone": "$phone" }, "at": "n" }],
      "replyMark": "manual", "example": { "n": 1, "phone": "+3612345678" } },
    { "word": "DEL", "help": "Delete a number.", "class": "deletes", "mark": "manual", "source": "L",
      "params": [{ "name": "n", "kind": { "integer": [[1, 3]] } }],
      "does": [{ "clear": ["phone"], "at": "n" }],
      "replyMark": "manual", "example": { "n": 1 } },
    { "word": "SIREN", "help": "Set the siren.", "class": "sets", "mark": "inferred", "source": "L",
      "params": [{ "name": "minutes", "kind": { "integer": [[0, 90]] } }],
      "does": [{ "set": { "siren": "$minutes" } }],
      "replyMark": "inferred", "example": { "minutes": 5 } },
    { "word": "CODE", "help": "Set the code.", "class": "sets", "mark": "manual", "source": "L",
      "params": [{ "name": "newCode", "kind": { "digits": [4, 4] } }],
      "does": [{ "set": { "code": "$newCode" } }],
      "replyMark": "manual", "example": { "newCode": "1234" } }
  ]
}`;

const site = `
model: invented
stored:
  language:
    code: "\${CODE}"
    phone1: ""
    phone2: "+36301234567"
    siren: 5
`;

test("a panel that nobody has seen is programmed from its file of 40 lines, from plan to reply", () => {
	expect(file.split("\n").length).toBeLessThanOrEqual(45);
	const read = readLanguageText(file);
	expect(read.faults).toBe(null);
	if (read.file === null) return;
	const model = addLanguage(read.file);
	const wanted = siteOfText(site, { CODE: "2580" });
	const factory = factoryState(model.name, model.sections);
	const language = { ...factory.stored.language, phone1: "+36209999999" };
	const before = { ...factory, stored: { language } };

	const careful = plannedFrom(wanted, forRealPanel([], []), before);
	expect(careful.messages.map(({ text }) => text)).toEqual([
		"4711*TEL*2*+36301234567",
		"4711*CODE*2580",
	]);
	expect(
		careful.elsewhere.map(
			({ path, why, where }) => `${path}: ${why}; ${where}`,
		),
	).toEqual([
		"stored.language.phone1: DEL deletes; --allow deletes",
		"stored.language.siren: only SIREN sets it, which no manual of this maker prints; at the panel, or --with inferred",
	]);

	const rules = forRealPanel(["inferred"], ["deletes"]);
	const plan = plannedFrom(wanted, rules, before);
	const report = reported(plan);
	expect(report.warnings).toEqual([]);
	expect(
		report.messages.map((message) => [message.text, message.class]),
	).toEqual([
		["4711*DEL*1", "deletes"],
		["4711*TEL*2*+36301234567", "sets"],
		["4711*SIREN*5", "sets"],
		[`4711*CODE*\${CODE}`, "sets"],
	]);

	let state = before as typeof factory;
	const replies = [
		...plan.messages.map(({ text }) => text),
		"4711*SIREN*6",
	].map((text) => {
		const panel = { model, number: "+15550100" };
		const response = respond(panel, state, { from: "+15550101", text }, 0);
		state = response.state;
		return response.reply;
	});
	expect(replies).toEqual(["OK DEL", "OK TEL", "OK SIREN", "OK CODE", null]);
	expect(state.stored.language).toEqual({
		code: "2580",
		phone1: "",
		phone2: "+36301234567",
		phone3: "",
		siren: 5,
	});
});
