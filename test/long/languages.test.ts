import { describe } from "vitest";
import { panelLaws, textLaws } from "../support/language-laws.ts";
import { everyLanguage } from "../support/languages.ts";

describe.each(everyLanguage)("$name", (languageCase) => {
	textLaws(languageCase, 10_000);
	panelLaws(languageCase, 1000);
});
