import { type Kind, Misfit, type Value } from "../kind.ts";

/**
 * Several values in one, with a sign between them that no other separator of the
 * message is: `3.15`, `PULSE=002`. The value is its text, with each part as its
 * kind prints it.
 */
export function tuple(
	between: string,
	parts: readonly Kind<Value>[],
): Kind<string> {
	const rules = parts.map(({ rule }) => rule);
	return {
		shape: { type: "tuple", between, parts: parts.map(({ shape }) => shape) },
		rule: rules.join(`, then ${JSON.stringify(between)} and `),
		read(text) {
			const texts = text.split(between);
			if (texts.length !== parts.length)
				return new Misfit("parts", `this has ${texts.length} parts`);
			const printed: string[] = [];
			for (const [at, kind] of parts.entries()) {
				const value = kind.read(texts[at] ?? "");
				if (value instanceof Misfit) return value;
				printed.push(kind.print(value));
			}
			return printed.join(between);
		},
		print: (value) => value,
	};
}
