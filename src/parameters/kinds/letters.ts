import { type Kind, Misfit } from "../kind.ts";

/** Letters of ASCII, in either case. */
export function letters(min: number, max: number = min): Kind<string> {
	return {
		shape: { type: "letters", min, max },
		rule: `${min === max ? min : `${min} to ${max}`} letters`,
		read(text) {
			if (!/^[A-Za-z]*$/.test(text)) return notLetters;
			return text.length >= min && text.length <= max
				? text
				: new Misfit("length", `this has ${text.length}`);
		},
		print: (value) => value,
	};
}

const notLetters = new Misfit(
	"alphanumeric",
	"this has other characters",
	"only A to Z and a to z",
);
