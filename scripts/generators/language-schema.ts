import * as z from "zod";
import { languageFileSchema } from "../../src/models/language/language-file.ts";

/** dialect.schema.json: the form of a language's file, for editors. */
export function languageSchemaText(): string {
	const schema = z.toJSONSchema(languageFileSchema, {
		target: "draft-7",
		io: "input",
	});
	return `${JSON.stringify(schema, null, "\t")}\n`;
}
