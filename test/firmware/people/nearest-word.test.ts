import { expect, test } from "vitest";
import { phrasesIn } from "../../../src/commands/plain/phrases/languages.ts";
import { plainWords } from "../../../src/panel/state/remote-access.ts";
import { ANNA, TextedPanel } from "../../support/panel-with-people.ts";

test.each(Object.entries(phrasesIn))(
	"two panels do not answer each other's answers with a word, in %s",
	(_, say) => {
		const answers = [...plainWords.map(say.didYouMean), say.helpLine];
		expect(answers.map((text) => new TextedPanel().text(text))).toEqual(
			answers.map(() => null),
		);
	},
);

test("who texts all the time is answered three times an hour", () => {
	const panel = new TextedPanel();
	const heard = Array.from({ length: 60 }, () => {
		panel.wait(60);
		return panel.text("Re: I am driving. Please arm", ANNA);
	});
	expect(heard.filter((answer) => answer !== null)).toEqual([]);
	const answers = Array.from({ length: 90 }, () => {
		panel.wait(60);
		return panel.text("Re: Please arm", ANNA);
	});
	expect(
		answers.flatMap((answer, minute) => (answer === null ? [] : [minute])),
	).toEqual([0, 1, 2, 60, 61, 62]);
});
