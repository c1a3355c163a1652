import { howMany } from "../../how-many.ts";
import { type Kind, Misfit, type Value } from "../kind.ts";

/**
 * Several values in one, with a sign between them that no other separator of the
 * message is: `3.15`, `PULSE=002`. The value is its text, with each part as its
 * kind prints it.
 *
 * @param least how many parts there are at least; the others may be left off the end
 */
export function tuple(
	between: string,
	parts: readonly Kind<Value>[],
	least = parts.length,
): Kind<string> {
	const rules = parts.map(({ rule }) => rule);
	return {
		shape: {
			type: "tuple",
			between,
			parts: parts.map(({ shape }) => shape),
			...(least === parts.length ? {} : { least }),
		},
		rule: rules.join(`, then ${JSON.stringify(between)} and `),
		read(text) {
			const texts = text.split(between);
			if (texts.length < least || texts.length > parts.length)
				return new Misfit("parts", `this has ${howMany(texts.length, "part")}`);
			const printed: string[] = [];
			for (const [at, part] of texts.entries()) {
				const kind = parts[at];
				if (kind === undefined) break;
				const value = kind.read(part);
				if (value instanceof Misfit) return value;
				printed.push(kind.print(value));
			}
			return printed.join(between);
		},
		print: (value) => value,
	};
}
