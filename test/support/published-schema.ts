/** The JSON Schemas that are shipped, as those who read our answers use them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

/**
 * Whether an answer is what a schema says; with the places where it is not.
 * @param file `doctor.schema.json`
 */
export function misfits(file: string, answer: unknown): readonly string[] {
	const text = readFileSync(
		join(import.meta.dirname, "../../schemas", file),
		"utf8",
	);
	const schema = z.fromJSONSchema(JSON.parse(text));
	const judged = schema.safeParse(answer);
	return (judged.error?.issues ?? []).map(
		({ path, message }) => `${path.join(".")}: ${message}`,
	);
}
