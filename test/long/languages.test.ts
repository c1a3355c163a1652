import { describe } from "vitest";
import { conductLaws } from "../support/language-conduct-laws.ts";
import { panelLaws, textLaws } from "../support/language-laws.ts";
import { readingLaws } from "../support/language-reading-laws.ts";
import { everyLanguage } from "../support/languages.ts";

describe.each(everyLanguage)("$name", (languageCase) => {
	textLaws(languageCase, 10_000);
	readingLaws(languageCase, 10_000, 100_000);
	panelLaws(languageCase, 1000);
	conductLaws(languageCase, 1000);
});
