import { expect, test } from "vitest";
import {
	type Confirmation,
	type Language,
	plainWords,
} from "../../../src/panel/state/remote-access.ts";
import {
	anna,
	panelWithPeople,
	TextedPanel,
} from "../../support/panel-with-people.ts";

/** A panel whose words need all the same, as far as they can. */
function speaking(language: Language, by: Confirmation): TextedPanel {
	const confirmation = plainWords.map((word) => ({ word, by }));
	const people = [{ ...anna, language }];
	return new TextedPanel({
		...panelWithPeople,
		remote: { ...panelWithPeople.remote, people, confirmation },
	});
}

// HELP BG is answered with BG, itself a command, where this was learned.
test.each<[Language, Confirmation]>(
	(["en", "fr", "es"] as const).flatMap((language) =>
		(["none", "pin", "code"] as const).map((by): [Language, Confirmation] => [
			language,
			by,
		]),
	),
)(
	"what HELP answers is no command to another panel: %s, %s",
	(language, by) => {
		for (const topic of ["", ...plainWords]) {
			const answer = speaking(language, by).text(`HELP ${topic}`) ?? "";
			expect(answer.length).toBeGreaterThan(10);
			const other = speaking(language, by);
			const before = other.state;
			other.text(answer);
			expect([answer, other.last?.verdict.type]).not.toEqual([answer, "done"]);
			expect([answer, other.last?.verdict.type]).not.toEqual([answer, "asked"]);
			expect(other.state.runtime.mode).toBe("disarm");
			expect({ ...other.state, runtime: before.runtime }).toEqual(before);
		}
	},
);
