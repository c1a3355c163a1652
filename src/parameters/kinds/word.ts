import { type Kind, Misfit } from "../kind.ts";

/**
 * A word that can stand at the head of a message: printable ASCII without
 * blanks, commas and colons. It may spell anything, a command word too.
 */
export function word(max: number): Kind<string> {
	return {
		shape: { type: "word", max },
		rule: `1 to ${max} characters without spaces, commas and colons`,
		read(text) {
			if (text.length > max)
				return new Misfit("length", `this has ${text.length}`);
			return /^[!-+\--9;-~]+$/.test(text) ? text : notAWord;
		},
		print: (value) => value,
	};
}

const notAWord = new Misfit(
	"word",
	"this has other characters",
	"letters, digits and signs of plain ASCII",
);
