/** What an editor says of a site that uses site.schema.json. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";

/** As it is shipped; test/generated.test.ts holds it to the models. */
const schema = JSON.parse(
	readFileSync(
		join(import.meta.dirname, "../../schemas/site.schema.json"),
		"utf8",
	),
);
// To write each definition anew where it is referred to takes seconds.
const quickly = { inlineRefs: false, code: { optimize: false } };
const validate = new Ajv({ allErrors: true, ...quickly }).compile(schema);

/** Where an editor underlines, and which rule it names. */
export function underlined(site: unknown): readonly string[] {
	validate(site);
	return (validate.errors ?? [])
		.filter(({ keyword }) => keyword !== "if" && keyword !== "anyOf")
		.map(({ instancePath, keyword, params }) =>
			`${instancePath} ${keyword} ${params.additionalProperty ?? ""}`.trimEnd(),
		);
}
