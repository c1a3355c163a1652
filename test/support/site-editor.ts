/** What an editor says of a site that uses site.schema.json. */
import { Ajv } from "ajv";
import { siteJsonSchema } from "../../src/plan/site/site-json-schema.ts";

// What the models have alike is compiled once where it is not put in for each reference;
// that takes a sixth of the time.
const validate = new Ajv({ allErrors: true, inlineRefs: false }).compile(
	siteJsonSchema(),
);

/** Where an editor underlines, and which rule it names. */
export function underlined(site: unknown): readonly string[] {
	validate(site);
	return (validate.errors ?? [])
		.filter(({ keyword }) => keyword !== "if" && keyword !== "anyOf")
		.map(({ instancePath, keyword, params }) =>
			`${instancePath} ${keyword} ${params.additionalProperty ?? ""}`.trimEnd(),
		);
}
