/** Who is on the list decides, whatever is texted. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { composeSlots } from "../../src/derive/compose.ts";
import { credentialsOf } from "../../src/firmware/answer/authorise.ts";
import { respondToMail } from "../../src/firmware/respond-to-mail.ts";
import type { Model } from "../../src/models/model.ts";
import { models } from "../../src/models/models.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { transition } from "../../src/panel/transition.ts";
import { argumentsOf } from "../support/commands.ts";
import { composedTexts, everyLanguage } from "../support/languages.ts";
import { ANNA, anna } from "../support/panel-with-people.ts";
import { fresh, NOON, PANEL } from "../support/texting.ts";
import { anyString } from "../support/texts.ts";

const HOUR = 3_600_000;

function house(model: Model): PanelState {
	const factory = fresh(model);
	return {
		...factory,
		remote: {
			...factory.remote,
			people: [anna],
			scriptSecret: "slepens",
			recordUnknown: true,
			questions: [{ asked: "hello", answer: "{mode}", people: [] }],
		},
	};
}

/** Nobody's: other numbers, names that read like Anna's, spellings that are no number of hers. */
const stranger = fc.oneof(
	fc.record({
		from: fc.constantFrom(
			"+4915112345678",
			"",
			"33612345678",
			ANNA.slice(1),
			ANNA.slice(4),
			`${ANNA}1`,
			"Anna",
			"ANNA",
			"+３３612345678",
			"112",
		),
		named: fc.constant(false),
	}),
	fc.record({
		from: fc.constantFrom("Anna", ANNA.slice(0, 11), ANNA, "Telfort"),
		named: fc.constant(true),
	}),
);

const plainly = fc
	.tuple(
		fc.constantFrom(
			"DISARM",
			"ARM",
			"HOME",
			"MUTE",
			"STATUS",
			"ZONES",
			"LOG",
			"SMS DISABLE",
			"BYPASS 1",
			"HELP",
			"ARM FORCE",
			"ARM AT 22:30",
			"hello",
			":cmd slepens script x",
			"123456 1234",
		),
		fc.constantFrom("", " 1234", " 7982"),
	)
	.map((parts) => parts.join(""));

const cases = [
	...models.map((model) => [model.name, model, null] as const),
	...everyLanguage.map((one) => [one.name, one.model, one] as const),
];

describe.each(cases)("%s", (_, model, language) => {
	const state = house(model);
	const commands = [...model.commands.values()];
	const right = (command: (typeof commands)[number]) =>
		credentialsOf(model, state, command);
	const message =
		language !== null
			? composedTexts(language).map(({ text }) => text)
			: fc.constantFrom(...commands).chain((command) =>
					fc
						.tuple(argumentsOf(command), fc.boolean(), fc.boolean())
						.map(([args, k, c]) => {
							const { keyword, code } = right(command);
							return model.dialect.write({
								keyword: k ? "GORP" : keyword,
								code: c ? "0000" : code,
								word: command.spec.word,
								slots: composeSlots(command, args),
							});
						}),
				);
	const text = fc.oneof(
		{ weight: 3, arbitrary: message },
		{ weight: 2, arbitrary: plainly },
		{ weight: 1, arbitrary: anyString },
	);
	const mail = fc.record({
		sender: stranger,
		text,
		wait: fc.integer({ min: 0, max: HOUR }),
		late: fc.integer({ min: 0, max: 100 * HOUR }),
		prelude: fc.constantFrom(null, null, "away", "home-1"),
	});

	test("nobody who is not listed changes the mode, or what guards the house", () => {
		fc.assert(
			fc.property(fc.array(mail, { minLength: 1, maxLength: 12 }), (mails) => {
				let present = state;
				let now = NOON;
				for (const { sender, text, wait, late, prelude } of mails) {
					now += wait;
					if (prelude !== null)
						present = transition(
							present,
							{
								type: "set-mode",
								mode: prelude,
								force: true,
								by: { via: "site" },
							},
							now,
						).state;
					const before = transition(
						present,
						{ type: "time", by: { via: "clock" } },
						now,
					).state;
					const response = respondToMail(
						{ model, number: PANEL },
						before,
						{ ...sender, text, sentAt: now - late, reference: null },
						now,
						30,
					);
					const {
						mode,
						into,
						home,
						siren,
						alarms,
						memory,
						lastRemote,
						creditFor,
					} = response.state.runtime;
					const was = before.runtime;
					const about = `${sender.from}: ${text}`;
					expect([
						about,
						{ mode, into, home, siren, alarms, memory, lastRemote, creditFor },
					]).toEqual([
						about,
						{
							mode: was.mode,
							into: was.into,
							home: was.home,
							siren: was.siren,
							alarms: was.alarms,
							memory: was.memory,
							lastRemote: was.lastRemote,
							creditFor: was.creditFor,
						},
					]);
					expect([about, response.state.remote]).toEqual([
						about,
						before.remote,
					]);
					present = response.state;
				}
			}),
			{ numRuns: Number(process.env.RUNS ?? 200) },
		);
	});
});
