import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ebnf, railroadSvg } from "../grammar/diagrams.ts";
import { dialects } from "../grammar/dialects.ts";
import type { Dialect } from "../grammar/message/dialect.ts";
import { publishedAnswers } from "../src/cli/answers/published-answers.ts";
import { conversationJsonSchema } from "../src/conversation/conversation-schema.ts";
import { schemaText } from "../src/device/file/panel-file.ts";
import { models } from "../src/models/models.ts";
import { siteJsonSchema } from "../src/plan/site/site-json-schema.ts";
import { factoryConfig } from "../src/store/factory-config.ts";
import {
	answerReference,
	answerSchemaText,
} from "./generators/answer-schemas.ts";
import { behaviourReference } from "./generators/behaviour-reference.ts";
import { commandReference } from "./generators/command-reference.ts";
import { diagnosticPicture } from "./generators/diagnostic-picture.ts";
import { fleetTable } from "./generators/fleet-table.ts";
import { floorTable } from "./generators/floor-table.ts";
import { httpReference, openApiText } from "./generators/http-reference.ts";
import {
	languageModels,
	languageReference,
	languageTable,
} from "./generators/language-reference.ts";
import { languageSchemaText } from "./generators/language-schema.ts";
import { profileReference } from "./generators/profile-reference.ts";
import { verbTable } from "./generators/verb-table.ts";

/** A file of the repository that is written by a program and never by hand. */
export interface GeneratedFile {
	/** From the root of the repository. */
	readonly path: string;
	content(): string | Promise<string>;
}

const everyDialect = await Promise.all(
	Object.values(dialects).map((load) => load()),
);

export const generatedFiles: readonly GeneratedFile[] = [
	...everyDialect.flatMap(diagramsOf),
	{
		path: "panel-config.json",
		content: () => factoryConfig(models[0], "panel-config.json"),
	},
	{ path: "panel-config.schema.json", content: () => schemaText(models[0]) },
	{
		path: "schemas/site.schema.json",
		content: () => `${JSON.stringify(siteJsonSchema(), null, "\t")}\n`,
	},
	{
		path: "schemas/conversation.schema.json",
		content: () => `${JSON.stringify(conversationJsonSchema(), null, "	")}
`,
	},
	...publishedAnswers.map((answer) => ({
		path: `schemas/${answer.name}.schema.json`,
		content: () => answerSchemaText(answer),
	})),
	{ path: "docs/json.md", content: answerReference },
	{ path: "docs/diagnostic.svg", content: diagnosticPicture },
	{ path: "docs/behaviour.md", content: behaviourReference },
	{ path: "docs/profiles.md", content: profileReference },
	{ path: "docs/commands.md", content: commandReference },
	{ path: "docs/dialects/README.md", content: languageTable },
	...languageModels.map((model) => ({
		path: `docs/dialects/${model.name}.md`,
		content: () => languageReference(model),
	})),
	{ path: "schemas/dialect.schema.json", content: languageSchemaText },
	{ path: "docs/http.md", content: httpReference },
	{ path: "openapi.json", content: openApiText },
	{
		path: "README.md",
		content: () => filledIn("README.md", "verbs", verbTable()),
	},
	{
		path: "docs/architecture.md",
		content: () => filledIn("docs/architecture.md", "floors", floorTable()),
	},
	{
		path: "docs/scale.md",
		content: () => filledIn("docs/scale.md", "fleet", fleetTable()),
	},
];

/** A file that people write, with one part of it made anew. */
function filledIn(path: string, name: string, part: string): string {
	const file = join(import.meta.dirname, "..", path);
	const [start, end] = [`<!-- generated: ${name} -->`, "<!-- end -->"];
	const content = readFileSync(file, "utf8");
	const from = content.indexOf(start) + start.length;
	const to = content.indexOf(end, from);
	return `${content.slice(0, from)}\n${part}\n${content.slice(to)}`;
}

function diagramsOf(dialect: Dialect): GeneratedFile[] {
	const stem = `grammar/${dialect.name}/generated/${dialect.name}`;
	return [
		{ path: `${stem}.ebnf`, content: () => ebnf(dialect) },
		{ path: `${stem}.svg`, content: () => railroadSvg(dialect) },
	];
}
