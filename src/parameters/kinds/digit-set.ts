import { type Kind, Misfit } from "../kind.ts";

/**
 * Some of a few signs, without a separator between them and each at most once:
 * the outputs `137`, the areas `AB`. The value has them in their order.
 *
 * @param signs all that there are, in order
 * @param fold small letters count as capitals
 */
export function digitSet(signs: string, fold = false): Kind<string> {
	return {
		shape: { type: "digit-set", signs },
		rule: `some of ${signs}, each once`,
		read(text) {
			if (text === "") return notOfThem;
			const given = [...(fold ? text.toUpperCase() : text)];
			if (!given.every((sign) => signs.includes(sign))) return notOfThem;
			if (new Set(given).size < given.length) return twice;
			return [...signs].filter((sign) => given.includes(sign)).join("");
		},
		print: (value) => value,
	};
}

const notOfThem = new Misfit("choice", "this has others");
const twice = new Misfit("items", "this has one of them twice");
