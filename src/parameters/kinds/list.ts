import { type Kind, Misfit, type Value } from "../kind.ts";

/**
 * One or several values of a kind with a sign between them: `1,20;3,43`. The value
 * is its text, with each item as its kind prints it.
 *
 * @param max most items
 * @param least fewest items
 */
export function list(
	between: string,
	max: number,
	of: Kind<Value>,
	least = 1,
): Kind<string> {
	return {
		shape: {
			type: "list",
			between,
			max,
			of: of.shape,
			...(least === 1 ? {} : { least }),
		},
		rule: `${least} to ${max}, ${JSON.stringify(between)} between them, each ${of.rule}`,
		read(text) {
			const texts = text.split(between);
			if (texts.length > max || texts.length < least)
				return new Misfit("items", `this has ${texts.length}`);
			const printed: string[] = [];
			for (const each of texts) {
				const value = of.read(each.trim());
				if (value instanceof Misfit) return value;
				printed.push(of.print(value));
			}
			return printed.join(between);
		},
		print: (value) => value,
	};
}
