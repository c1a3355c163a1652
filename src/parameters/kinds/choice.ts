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
		rule: ruleOf(options),
		read: (text) => values.get(text) ?? misfit,
		print(value) {
			const text = texts.get(value);
			if (text === undefined) throw new RangeError(`no text for ${value}`);
			return text;
		},
	};
}

/** A choice in whose texts capitals and small letters are alike. */
export function foldedChoice<const T extends Value>(
	options: readonly (Option & { readonly value: T })[],
): Kind<T> {
	const exact = choice(options);
	return {
		...exact,
		read(text) {
			const meant = options.find(
				(option) => option.text.toLowerCase() === text.toLowerCase(),
			);
			return exact.read(meant?.text ?? text);
		},
	};
}

/** A choice cut down to some of its values. */
export function narrowed<T extends Value>(
	kind: Kind<T>,
	values: readonly T[],
): Kind<T> {
	const misfit = new Misfit("choice", "this is none of them");
	const texts = values.map((value) => kind.print(value));
	const options =
		kind.shape.type === "choice"
			? kind.shape.options.filter(({ text }) => texts.includes(text))
			: [];
	return {
		shape: { type: "choice", options },
		rule: ruleOf(options),
		read: (text) => (texts.includes(text) ? kind.read(text) : misfit),
		print: (value) => kind.print(value),
	};
}

function ruleOf(options: readonly Option[]): string {
	return options.map(({ text, meaning }) => `${text} ${meaning}`).join(", ");
}
