import * as z from "zod";
import type { Quirk } from "../../simulation/quirk.ts";
import { NoTextFileError, readText } from "../../store/read-text.ts";
import { reasonOf } from "../../store/system-error.ts";
import type { Observations } from "../../views/languages/observations.ts";
import { InputError } from "../line/exit-code.ts";

const texts = z.array(z.string()).readonly();

const quirkSchema: z.ZodType<Quirk> = z.strictObject({
	name: z.string().min(1),
	word: z.string().nullable(),
	verdict: z.enum(["done", "asked", "error", "silence"]),
	why: z.string().nullable(),
	parameter: z.string().nullable(),
	shape: z.string(),
	ours: texts,
	theirs: texts,
});

const quirksSchema = z.strictObject({
	/** The model that the other panel was compared with. */
	model: z.string(),
	quirks: z.array(quirkSchema).readonly(),
	/** What was seen, for people: nothing is answered by it. */
	observed: z.unknown().optional(),
});

/**
 * The quirks in a file.
 * @throws InputError for a file that cannot be read or holds no quirks
 */
export async function readQuirks(file: string): Promise<readonly Quirk[]> {
	let document: unknown;
	try {
		document = JSON.parse(await readText(file));
	} catch (error) {
		throw new InputError(
			error instanceof SyntaxError
				? `--quirks ${file}: this is not JSON: ${error.message}`
				: `--quirks: cannot read ${file}: ${error instanceof NoTextFileError ? error.message : reasonOf(error)}`,
		);
	}
	const read = quirksSchema.safeParse(document);
	if (read.success) return read.data.quirks;
	const [issue] = read.error.issues;
	throw new InputError(
		`--quirks ${file}: ${issue?.path.join(".") || "the file"}: ${issue?.message}`,
	);
}

/** The text of a file of quirks, each once. Answers to queries in it hold PINs. */
export function quirksText({
	model,
	quirks,
	observed,
}: {
	readonly model: string;
	readonly quirks: readonly Quirk[];
	readonly observed: Observations;
}): string {
	const once = new Map(quirks.map((quirk) => [JSON.stringify(quirk), quirk]));
	const document = { model, quirks: [...once.values()], observed };
	return `${JSON.stringify(document, null, "\t")}\n`;
}
