import * as z from "zod";
import { firstFault } from "../../derive/config-faults.ts";
import { knownModel } from "../../models/models.ts";
import type { Quirk } from "../../simulation/quirk.ts";
import { jsonFault } from "../../store/json/json-fault.ts";
import { readText } from "../../store/read-text.ts";
import { whyUnread } from "../../store/system-error.ts";
import type { Observations } from "../../views/languages/observations.ts";
import { InputError } from "../line/exit-code.ts";

const texts = z.array(z.string()).readonly();

/** The model stands once, for all of them. */
const quirkSchema: z.ZodType<Omit<Quirk, "model">> = z.strictObject({
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
	const text = await readText(file).catch((error) => {
		throw new InputError(`--quirks: cannot read ${file}: ${whyUnread(error)}`);
	});
	return readQuirksText(file, text);
}

/**
 * The quirks in the text of a file.
 * @throws InputError
 */
export function readQuirksText(file: string, text: string): readonly Quirk[] {
	const fault = jsonFault(text);
	if (fault !== null)
		throw new InputError(
			`--quirks ${file}:${fault.line}:${fault.column}: this is not JSON: ${fault.rule}`,
		);
	const document: unknown = JSON.parse(text);
	const read = quirksSchema.safeParse(document);
	if (read.success) {
		const { model: name, quirks } = read.data;
		const { name: model } = knownModel(
			name,
			(rule) => new InputError(`--quirks ${file}: model: ${rule}`),
		);
		return quirks.map((quirk) => ({ model, ...quirk }));
	}
	throw new InputError(
		`--quirks ${file}: ${firstFault(quirksSchema, read.error, document, "the file")}`,
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
	const all = [...once.values()].map(({ model: _, ...quirk }) => quirk);
	const document = { model, quirks: all, observed };
	return `${JSON.stringify(document, null, "\t")}\n`;
}
