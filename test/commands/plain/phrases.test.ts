import { describe, expect, test } from "vitest";
import { phrasesIn } from "../../../src/commands/plain/phrases/languages.ts";
import { plainWords } from "../../../src/panel/state/remote-access.ts";
import { isGsm7, septetCount } from "../../../src/sms/gsm7.ts";
import { everythingSaid } from "../../support/everything-said.ts";
import {
	anna,
	panelWithPeople,
	TextedPanel,
} from "../../support/panel-with-people.ts";

const languages = Object.entries(phrasesIn);

describe.each(languages)("in %s", (language, say) => {
	test("everything is in the GSM-7 alphabet", () => {
		const said = everythingSaid(say);
		expect(said.length).toBeGreaterThan(100);
		expect(said.filter((text) => !isGsm7(text))).toEqual([]);
	});

	test("everything fits one SMS", () => {
		expect(
			everythingSaid(say).filter((text) => septetCount(text) > 160),
		).toEqual([]);
	});

	test.each(["none", "pin", "code"] as const)(
		"HELP and every HELP WORD fit one SMS, with confirmation by %s",
		(by) => {
			const confirmation = plainWords.map((word) => ({ word, by }));
			const person = { ...anna, language: language as "en" };
			const panel = new TextedPanel({
				...panelWithPeople,
				remote: {
					...panelWithPeople.remote,
					confirmation: confirmation.filter(({ word }) => word !== "HELP"),
					people: [person],
				},
			});
			const answers = ["", ...plainWords].map((word) =>
				panel.text(`HELP ${word}`),
			);
			expect(answers).not.toContain(null);
			expect(answers.filter((text) => septetCount(text ?? "") > 160)).toEqual(
				[],
			);
		},
	);
});
