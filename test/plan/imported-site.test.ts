import { expect, test } from "vitest";
import { modelNamed, models } from "../../src/models/models.ts";
import { factoryState } from "../../src/panel/state/state.ts";
import { importedSite } from "../../src/plan/imported-site.ts";
import { readSite } from "../../src/plan/site/read-site.ts";
import { siteText } from "../../src/plan/site/write-site.ts";

test("the code of another maker's panel is kept among the secrets of its site", () => {
	const model = modelNamed("eanmay");
	if (model === undefined) throw new Error("eanmay");
	const factory = factoryState(model.name, model.sections);
	const language = { ...factory.stored.language, code: "4711", output: "open" };
	const { site, secrets } = importedSite(
		model,
		{ ...factory, stored: { ...factory.stored, language } },
		null,
	);
	expect(siteText(site)).toBe(`model: eanmay
stored:
  language:
    code: "\${STORED_LANGUAGE_CODE}"
    output: open
`);
	expect([...secrets]).toEqual([["STORED_LANGUAGE_CODE", "4711"]]);
});

test("a name with the signs of a variable is read back as it is", () => {
	const [model] = models;
	const factory = factoryState(model.name, model.sections);
	const users = factory.users.map((user) => ({ ...user, name: `{{A}} \${B}` }));
	const { site, secrets } = importedSite(model, { ...factory, users }, null);
	const text = siteText(site);
	expect(text).toBe(`model: "vst-2752"
users:
  1: { name: "\${USER_1_NAME}" }
`);
	const read = readSite(
		text,
		{ variable: () => undefined, secret: (name) => secrets.get(name) },
		model,
	);
	expect(read.ok && read.site.settings.map(({ value }) => value)).toEqual([
		`{{A}} \${B}`,
	]);
});

test.each([
	[
		"{{first name}}",
		"a variable is {{name}}, its name of letters, digits, _ and -",
	],
	["{{ö}}", "a variable is {{name}}, its name of letters, digits, _ and -"],
	[`\${A B}`, `a reference is \${NAME}, its name of letters, digits and _`],
	["{{broken}}", `a reference is \${NAME}, its name of letters, digits and _`],
	[`\${A}`, `nothing stands for \${A}`],
])(
	"%s is no name of a user: what was to stand there is not sent as it is",
	(name, rule) => {
		const [model] = models;
		const read = readSite(
			JSON.stringify({ users: { 2: { name } } }),
			{
				variable: (each) => (each === "broken" ? `$\{1}` : undefined),
				secret: () => undefined,
			},
			model,
		);
		expect(!read.ok && read.faults.map((fault) => fault.rule)).toEqual([rule]);
	},
);
