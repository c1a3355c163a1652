/** A site that the program reads is one that an editor accepts, and a wrong key is wrong for both. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { models } from "../../src/models/models.ts";
import type { SiteSetting } from "../../src/plan/site/site.ts";
import { siteText } from "../../src/plan/site/write-site.ts";
import { valuesOfAll } from "../support/arbitraries.ts";
import { everyLanguage, type LanguageCase } from "../support/languages.ts";
import { siteOfText } from "../support/planned.ts";
import { expectSame } from "../support/same.ts";
import { underlined } from "../support/site-editor.ts";
import { aRenewalOf } from "../support/sites.ts";

test.each(everyLanguage)("of another maker: $name", (languageCase) => {
	const { settings } = languageCase.language;
	fc.assert(
		fc.property(
			aLanguageSite(languageCase),
			fc.stringMatching(/^[a-z]{1,8}[0-9]{0,3}$/),
			(text, strange) => {
				fc.pre(!(strange in settings.fields));
				siteOfText(text);
				const site = parse(text);
				expectSame(text, underlined(site), []);
				site.stored.language[strange] = "1";
				expect(() => siteOfText(JSON.stringify(site))).toThrow(strange);
				expectSame(strange, underlined(site), [
					`/stored/language additionalProperties ${strange}`,
				]);
			},
		),
	);
});

test.each(models)("of our own: $name", (model) => {
	fc.assert(
		fc.property(aRenewalOf(model), ({ site }) => {
			const text = siteText(site);
			expectSame(text, underlined(parse(text)), []);
		}),
	);
});

function aLanguageSite({
	model,
	language: { settings },
}: LanguageCase): fc.Arbitrary<string> {
	const values = valuesOfAll(settings.fields);
	const thing = { part: "stored.language", id: null };
	const names = Object.keys(values);
	const maxLength = Math.min(8, names.length);
	return fc
		.subarray(names, { minLength: 1, maxLength })
		.chain((named) =>
			fc.tuple(
				...named.map((member) =>
					textOf(values[member] ?? fc.constant("")).map(
						(value): SiteSetting => ({ thing, member, value, reference: null }),
					),
				),
			),
		)
		.map((settings) => siteText({ model, number: null, settings, absent: [] }));
}

/** In a site a text with the signs of a variable or a reference stands for another one. */
function textOf<T>(values: fc.Arbitrary<T>): fc.Arbitrary<T> {
	return values.filter((value) => !/\{\{|\$\{/.test(String(value)));
}
