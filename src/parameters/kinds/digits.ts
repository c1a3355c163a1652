import { type Kind, Misfit } from "../kind.ts";

/** ASCII digits as text: leading zeros matter (PINs, codes). */
export function digits(min: number, max: number = min): Kind<string> {
	const rule = `${min === max ? min : `${min} to ${max}`} digits`;
	return {
		shape: { type: "digits", min, max },
		rule,
		read(text) {
			for (let at = 0; at < text.length; at += 1) {
				const code = text.charCodeAt(at);
				if (code < 48 || code > 57) return notDigits;
			}
			return text.length >= min && text.length <= max
				? text
				: new Misfit("digits", `this has ${text.length}`);
		},
		print: (value) => value,
	};
}

const notDigits = new Misfit(
	"digits",
	"this has other characters",
	"only the digits 0 to 9",
);
