import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { composeSlots } from "../../src/derive/compose.ts";
import { credentialsOf } from "../../src/firmware/answer/authorise.ts";
import { models } from "../../src/models/models.ts";
import { replyText } from "../../src/models/reply-template.ts";
import { argumentsOf, everyCommand } from "../support/commands.ts";
import { fullPanel } from "../support/full-panel.ts";
import { expectSame } from "../support/same.ts";
import { fresh, texted } from "../support/texting.ts";
import { anyString } from "../support/texts.ts";

/** Law 8: an authorised message is answered once, anything else not at all. */
describe.each(everyCommand)("%s", (_, { model, command }) => {
	const { word } = command.spec;
	const state = fullPanel(model);
	const right = credentialsOf(model, state);
	const message = fc
		.tuple(argumentsOf(command), fc.boolean())
		.map(([args, broken]) => {
			const slots = composeSlots(command, args);
			return broken ? [...slots, "", "no such thing"] : slots;
		});

	test("answers under the right credentials", () => {
		fc.assert(
			fc.property(message, (slots) => {
				const text = model.dialect.write({ ...right, word, slots });
				const { reply, verdict } = texted(model, state, text);
				const { done, refused, badValue } = command.replies;
				const query = verdict.type === "done" && command.spec.answer;
				if (query) expect(reply).toMatch(/^(MODE\?|PIN\?:|DEV\?:)/);
				else
					expectSame(
						text,
						reply,
						replyText(
							verdict.type === "done"
								? done
								: verdict.type === "error" && verdict.args !== null
									? refused
									: badValue,
							word,
						),
					);
			}),
		);
	});

	test("is silent under wrong ones, and nothing but log and guard changes", () => {
		const { hasKeyword } = model.dialect;
		const wrong = fc.constantFrom(
			{ ...right, code: "0000" },
			{ ...right, code: `${right.code}1` },
			...(hasKeyword ? ["GORP", right.keyword.toLowerCase()] : []).map(
				(keyword) => ({ ...right, keyword }),
			),
		);
		fc.assert(
			fc.property(message, wrong, (slots, credentials) => {
				const text = model.dialect.write({ ...credentials, word, slots });
				const { reply, state: after } = texted(model, state, text);
				expectSame(text, reply, null);
				const { log, guard } = after.runtime;
				expectSame(text, after, {
					...state,
					runtime: { ...state.runtime, log, guard },
				});
			}),
		);
	});
});

describe.each(models.map((model) => [model.name, model] as const))(
	"%s",
	(_, model) => {
		const state = fresh(model);
		const { keyword, code } = credentialsOf(model, state);

		test("takes any text whatever without a throw and without an answer", () => {
			fc.assert(
				fc.property(anyString, (text) => {
					fc.pre(!text.includes(keyword));
					expect(texted(model, state, text).reply).toBeNull();
				}),
			);
		});

		test("takes anything behind the right credentials without a throw", () => {
			fc.assert(
				fc.property(anyString, (tail) => {
					const text = model.dialect
						.write({ keyword, code, word: "USRS", slots: ["1"] })
						.replace(/1$/, () => tail);
					const { reply, verdict } = texted(model, state, text);
					expect(reply === null).toBe(verdict.type === "silence");
				}),
			);
		});
	},
);
