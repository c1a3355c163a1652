import * as z from "zod";
import {
	type PublishedAnswer,
	publishedAnswers,
} from "../../src/cli/answers/published-answers.ts";

/** The schema of one answer, for programs in any language. */
export function answerSchemaText({
	typed,
	form,
	schema,
}: PublishedAnswer): string {
	const what = form === "lines" ? "Each line" : "The document";
	const shape = z.toJSONSchema(schema, { target: "draft-7" });
	const titled = { title: `${what} of ${typed} --json`, ...shape };
	return `${JSON.stringify(titled, null, "\t")}\n`;
}

/** docs/json.md: every answer and its schema in a table. */
export function answerReference(): string {
	const rows = publishedAnswers.map(({ typed, name, form }) => {
		const file = `${name}.schema.json`;
		const printed = form === "lines" ? "a line each" : "one document";
		return `| \`${typed}\` | ${printed} | [${file}](../schemas/${file}) |`;
	});
	return `# Answers for programs

With \`--json\` a verb prints its answer as one JSON document, or one JSON object a line where it goes on, and nothing else on stdout; what is for people goes to stderr. The exit code is the same. Each answer has a JSON Schema, which the package has in \`schemas/\` too.

Within a version 0.x, keys are added and the rest stays what it is; what is changed or taken away stands in [CHANGELOG.md](../CHANGELOG.md). Secrets are masked unless \`--show-secrets\`; what you typed yourself is not.

| verb | prints | schema |
| --- | --- | --- |
${rows.join("\n")}

What goes in has schemas, too: [site.schema.json](../schemas/site.schema.json) for a site, [dialect.schema.json](../schemas/dialect.schema.json) for the language of another maker, [conversation.schema.json](../schemas/conversation.schema.json) for a line of a corpus (which \`generate\` and \`replay --convert json-lines\` print), and [panel-config.schema.json](../panel-config.schema.json) for a panel's file. HTTP has [openapi.json](../openapi.json).
`;
}
