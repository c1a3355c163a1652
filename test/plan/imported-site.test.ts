import { expect, test } from "vitest";
import { modelNamed } from "../../src/models/models.ts";
import { factoryState } from "../../src/panel/state/state.ts";
import { importedSite } from "../../src/plan/imported-site.ts";
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
