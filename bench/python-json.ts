/**
 * A value as Python's json.dumps writes it by default: a space behind every comma
 * and colon, and everything escaped that is not ASCII.
 */
export function pythonJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(pythonJson).join(", ")}]`;
	if (typeof value === "object" && value !== null) {
		const members = Object.entries(value).map(
			([name, held]) => `${pythonJson(name)}: ${pythonJson(held)}`,
		);
		return `{${members.join(", ")}}`;
	}
	return JSON.stringify(value).replace(/[^ -~]/g, escaped);
}

function escaped(unit: string): string {
	return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
