import { type Kind, Misfit } from "../kind.ts";

/** Hexadecimal digits of one of the given lengths, kept in capitals. */
export function hexadecimal(...lengths: readonly number[]): Kind<string> {
	return {
		shape: { type: "hexadecimal", lengths },
		rule: `${lengths.join(" or ")} hexadecimal digits`,
		read(text) {
			if (!/^[0-9A-Fa-f]*$/.test(text)) return notHexadecimal;
			return lengths.includes(text.length)
				? text.toUpperCase()
				: new Misfit("length", `this has ${text.length}`);
		},
		print: (value) => value,
	};
}

const notHexadecimal = new Misfit(
	"hexadecimal",
	"this has other characters",
	"only 0 to 9 and A to F",
);
