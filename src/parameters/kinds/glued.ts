import { type Kind, Misfit, type Value } from "../kind.ts";

/**
 * A word that is always the same with a value right behind it: `APNR2`, `ON54`. The
 * value is that of the kind behind the word.
 *
 * @param fold capitals and small letters of the word are alike
 */
export function glued(
	word: string,
	of: Kind<Value>,
	fold = false,
): Kind<Value> {
	const spelled = (text: string) => (fold ? text.toUpperCase() : text);
	return {
		shape: { type: "glued", word, of: of.shape },
		rule: `${word} and right behind it ${of.rule}`,
		read(text) {
			const front = text.slice(0, word.length);
			return spelled(front) === spelled(word)
				? of.read(text.slice(word.length))
				: otherWord;
		},
		print: (value) => word + of.print(value),
	};
}

const otherWord = new Misfit("constant", "this begins with something else");
