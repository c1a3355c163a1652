import { describe, expect, test } from "vitest";
import { inOneForm } from "../../../src/panel/remote/remote-options.ts";
import type {
	Question,
	RemoteOptions,
} from "../../../src/panel/state/remote-access.ts";
import { transition } from "../../../src/panel/transition.ts";
import { after, factory, having } from "../../support/panel-builder.ts";
import { NOON } from "../../support/texting.ts";

function refusal(remote: Partial<RemoteOptions>): string | null {
	const { state, refusal } = after(factory, { type: "set-remote", remote });
	if (refusal === null) return null;
	expect(state.remote).toBe(factory.remote);
	return `${refusal.code}: ${refusal.message}`;
}

function asking(asked: string, people: readonly number[] = []): Question {
	return { asked, answer: "yes", people };
}

describe("the options of remote access", () => {
	test("what is not named is kept", () => {
		const state = having(
			factory,
			{ type: "set-remote", remote: { minimumDelay: 15 } },
			{ type: "set-remote", remote: { language: "fr" } },
		);
		expect(state.remote).toEqual({
			...factory.remote,
			minimumDelay: 15,
			language: "fr",
		});
	});

	test.each<[string, Partial<RemoteOptions>, string | null]>([
		[
			"DISARM by code",
			{ confirmation: [{ word: "DISARM", by: "code" }] },
			null,
		],
		[
			"DISARM by nothing",
			{ confirmation: [{ word: "DISARM", by: "none" }] },
			"remote/disarm: confirmation.0.by: DISARM needs a PIN or a code, always",
		],
		[
			"one word twice",
			{
				confirmation: [
					{ word: "ARM", by: "pin" },
					{ word: "ARM", by: "code" },
				],
			},
			"remote/confirmation: confirmation.1: this word is listed twice",
		],
		["an alias", { aliases: [{ alias: "ARMER", word: "ARM" }] }, null],
		[
			"an alias that is a word",
			{ aliases: [{ alias: "ZONES", word: "ARM" }] },
			"remote/alias: aliases.0.alias: it would hide ZONES",
		],
		[
			"an alias that begins with one",
			{ aliases: [{ alias: "SMS ON", word: "ARM" }] },
			"remote/alias: aliases.0.alias: it would hide SMS",
		],
		[
			"an alias in small letters",
			{ aliases: [{ alias: "Armer", word: "ARM" }] },
			"remote/alias: aliases.0.alias: in capitals",
		],
		[
			"an alias of digits",
			{ aliases: [{ alias: "1234", word: "ARM" }] },
			"remote/alias: aliases.0.alias: it begins with letters A to Z",
		],
		[
			"an alias that no text can begin with",
			{ aliases: [{ alias: "DÉSARMER", word: "DISARM" }] },
			"remote/alias: aliases.0.alias: it begins with letters A to Z",
		],
		[
			"an alias twice",
			{
				aliases: [
					{ alias: "SET", word: "ARM" },
					{ alias: "SET", word: "HOME" },
				],
			},
			"remote/alias: aliases.1: this alias is listed twice",
		],
		[
			"two scripts of one name",
			{
				scripts: [
					{ name: "a", lines: [] },
					{ name: "a", lines: [] },
				],
			},
			"remote/script: scripts.1: another script has this name",
		],
		[
			"one question twice",
			{ questions: [asking("Is it  shut?"), asking("is it shut")] },
			"remote/question: questions.1.asked: another question is the same",
		],
		[
			"one question of everybody and of somebody",
			{ questions: [asking("Shut?"), asking("shut", [2])] },
			"remote/question: questions.1.asked: another question is the same",
		],
		[
			"one question that two lists share one person of",
			{ questions: [asking("Shut?", [1, 2]), asking("shut", [2, 3])] },
			"remote/question: questions.1.asked: another question is the same",
		],
		[
			"one question of somebody and then of everybody",
			{ questions: [asking("Shut?", [2]), asking("shut")] },
			"remote/question: questions.1.asked: another question is the same",
		],
		[
			"two aliases, words and scripts",
			{
				aliases: [
					{ alias: "SET", word: "ARM" },
					{ alias: "UNSET", word: "DISARM" },
				],
				confirmation: [
					{ word: "ARM", by: "none" },
					{ word: "HOME", by: "none" },
				],
				scripts: [
					{ name: "a", lines: [] },
					{ name: "b", lines: [] },
				],
			},
			null,
		],
		[
			"a question that begins with blanks and a word",
			{ questions: [asking("  home\talone?")] },
			"remote/question: questions.0.asked: the panel would read it as the word HOME",
		],
		[
			"a question whose second word is an alias",
			{
				aliases: [{ alias: "ARMER", word: "ARM" }],
				questions: [asking("Puis-je armer ?")],
			},
			null,
		],
		[
			"one question of two people",
			{ questions: [asking("Shut?", [1]), asking("shut", [2])] },
			null,
		],
		[
			"a question without a letter",
			{ questions: [asking(" ?! ")] },
			"remote/question: questions.0.asked: it needs a letter or a digit",
		],
		[
			"a question that begins with a word",
			{ questions: [asking("Home alone?")] },
			"remote/question: questions.0.asked: the panel would read it as the word HOME",
		],
		[
			"a question that begins with an alias",
			{
				aliases: [{ alias: "ARMER", word: "ARM" }],
				questions: [asking("armer la maison ?")],
			},
			"remote/question: questions.0.asked: the panel would read it as the word ARMER",
		],
		[
			"an answer with a place that there is not",
			{
				questions: [{ asked: "Pin?", answer: "{users.1.pin}", people: [] }],
			},
			"remote/question: questions.0.answer: there is no placeholder {users.1.pin}; there are {zone 3}, {zone 3 name}, {mode}, {open zones}, {alarms}, {troubles}, {siren}, {time}, {name}",
		],
	])("%s", (_, remote, message) => {
		expect(refusal(remote)).toBe(message);
	});
});

describe("the remote switch", () => {
	const off = having(factory, {
		type: "set-remote",
		remote: { enabled: false },
	});

	test("is switched off from afar, and not on", () => {
		expect(off.remote.enabled).toBe(false);
		const on = { type: "set-remote", remote: { enabled: true } } as const;
		expect(after(off, on).refusal).toEqual({
			code: "remote/local-only",
			message: "remote switch: only the panel itself switches it on",
			hint: "people enable, or keypad CODE remote on",
			parameter: "enabled",
		});
		const by = { via: "local" } as const;
		const { state } = transition(off, { ...on, by }, NOON);
		expect(state.remote.enabled).toBe(true);
	});

	test("is switched at the keypad by who has a code", () => {
		const at = (code: string, user = 0) => {
			const users = [
				...off.users,
				{ id: 97, name: "", pin: "0097", latch: true },
				{ id: 98, name: "", pin: "0098", latch: true },
			];
			const event = { type: "keypad-remote", code, on: true } as const;
			const by = { via: "keypad", user } as const;
			const { state, refusal } = transition(
				{ ...off, users },
				{ ...event, by },
				NOON + 60_000,
			);
			return [
				state.remote.enabled,
				refusal?.code ?? null,
				state.runtime.log.at(-1)?.by,
			];
		};
		expect(at("1234")).toEqual([true, null, "keypad user 1"]);
		expect(at("0098")).toEqual([true, null, "keypad user 1"]);
		expect(at("0097").slice(0, 2)).toEqual([false, "keypad/temporary"]);
		expect(at("9999").slice(0, 2)).toEqual([false, "keypad/wrong-code"]);
	});
});

test.each([
	["Is the garage shut?", "isthegarageshut"],
	["  IS THE  GARAGE, SHUT ", "isthegarageshut"],
	["İs thé Gärage shut\u00a0?", "isthegarageshut"],
	["Wo ist Straße Nr. 7", "woiststrassenr7"],
	["L\u2019œuf Łódź", "loeuflodz"],
	["ΤΙ ΏΡΑ ΕΊΝΑΙ", "τιωραειναι"],
	["?!", ""],
])("%j is asked as %j", (asked, form) => {
	expect(inOneForm(asked)).toBe(form);
	expect(inOneForm(asked.toUpperCase())).toBe(form);
	expect(inOneForm(asked.toLowerCase())).toBe(form);
});
