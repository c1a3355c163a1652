/**
 * All texts of phrases: those that take nothing, and the others with something
 * in them.
 */
export function everythingSaid(value: unknown): readonly string[] {
	if (typeof value === "string") return [value];
	if (typeof value === "function") {
		return [
			["away", 30],
			["home", 30],
			["disarm", 30],
			["ARM AT 22:30", 3],
		]
			.map((args) => String(value(...args)))
			.filter((text) => !text.includes("undefined"));
	}
	return typeof value === "object" && value !== null
		? Object.values(value).flatMap(everythingSaid)
		: [];
}
