import { type Kind, Misfit, type Range } from "../kind.ts";

/** Whole numbers that are always written with as many digits: `002`, `060`. */
export function padded(
	width: number,
	...ranges: readonly [Range, ...Range[]]
): Kind<number> {
	const rule = `${width} digits, ${ranges.map((range) => range.join(" to ")).join(" or ")}`;
	return {
		shape: { type: "padded", width, ranges },
		rule,
		read(text) {
			if (!/^[0-9]+$/.test(text)) return notDigits;
			if (text.length !== width)
				return new Misfit("width", `this has ${text.length}`);
			const value = Number(text);
			return ranges.some(([min, max]) => value >= min && value <= max)
				? value
				: outOfRange;
		},
		print: (value) => String(value).padStart(width, "0"),
	};
}

const notDigits = new Misfit("integer", "this is not a number in digits");
const outOfRange = new Misfit("range", "this is outside");
