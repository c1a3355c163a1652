import { type Kind, Misfit, type Option, type Value } from "../kind.ts";

/** One of a few texts, each standing for a value: `0` off, `1` on. */
export function choice<const T extends Value>(
	options: readonly (Option & { readonly value: T })[],
): Kind<T> {
	const values = new Map(options.map(({ text, value }) => [text, value]));
	const texts = new Map(options.map(({ text, value }) => [value, text]));
	const misfit = new Misfit("choice", "this is none of them");
	return {
		shape: { type: "choice", options },
		rule: options.map(({ text, meaning }) => `${text} ${meaning}`).join(", "),
		read: (text) => values.get(text) ?? misfit,
		print(value) {
			const text = texts.get(value);
			if (text === undefined) throw new RangeError(`no text for ${value}`);
			return text;
		},
	};
}
