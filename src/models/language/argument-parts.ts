import type { Shape, Value } from "../../parameters/kind.ts";

/**
 * A part of a parameter's value by its numbers, once for each item where the value is
 * a list: `pairs.2` of `01#1,02#3` is 1 and 3. "" where the part was left off.
 *
 * @param value as the kind of that shape has it
 * @param path numbers from 1 on; empty for the whole
 */
export function partsOfValue(
	shape: Shape,
	value: Value,
	path: readonly number[],
): readonly Value[] {
	if (shape.type === "glued") return partsOfValue(shape.of, value, path);
	if (shape.type === "list" && path.length > 0)
		return String(value)
			.split(shape.between)
			.map((item) => partOf(shape.of, item, path));
	return [path.length === 0 ? value : partOf(shape, String(value), path)];
}

/** @param text as a message has it */
function partOf(shape: Shape, text: string, path: readonly number[]): Value {
	if (shape.type === "glued" && text !== "")
		return partOf(shape.of, text.slice(shape.word.length), path);
	const [first, ...rest] = path;
	if (first === undefined)
		return text !== "" && (shape.type === "integer" || shape.type === "padded")
			? Number(text)
			: text;
	const part = shape.type === "tuple" ? shape.parts[first - 1] : undefined;
	if (part === undefined || shape.type !== "tuple") return "";
	return partOf(part, text.split(shape.between)[first - 1] ?? "", rest);
}
