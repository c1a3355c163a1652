import { type Kind, Misfit, type Range } from "../kind.ts";

/**
 * Whole numbers in ASCII digits, out of one or several ranges. Zeros in front
 * are read as long as the text has no more digits than the largest value.
 */
export function integer(...ranges: readonly [Range, ...Range[]]): Kind<number> {
	return steps(1, ...ranges);
}

/** As `integer`, but only every `step`-th number from the start of a range. */
export function steps(
	step: number,
	...ranges: readonly [Range, ...Range[]]
): Kind<number> {
	const largest = Math.max(...ranges.map(([, max]) => max));
	const longest = String(largest).length;
	const rule = ranges
		.map(([min, max]) => (min === max ? `${min}` : `${min} to ${max}`))
		.join(" or ")
		.concat(step === 1 ? "" : ` in steps of ${step}`);
	return {
		shape: { type: "integer", ranges, step },
		rule,
		read(text) {
			if (text === "") return notANumber;
			let value = 0;
			for (let at = 0; at < text.length; at += 1) {
				const digit = text.charCodeAt(at) - 48;
				if (digit < 0 || digit > 9) return notANumber;
				value = value * 10 + digit;
			}
			if (text.length > longest) return outOfRange;
			for (const [min, max] of ranges) {
				if (value >= min && value <= max)
					return (value - min) % step === 0 ? value : outOfStep;
			}
			return outOfRange;
		},
		print: String,
	};
}

const notANumber = new Misfit("integer", "this is not a number in digits");
const outOfRange = new Misfit("range", "this is outside");
const outOfStep = new Misfit("step", "this is in between");
