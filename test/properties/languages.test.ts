import { describe } from "vitest";
import { conductLaws } from "../support/language-conduct-laws.ts";
import { panelLaws, textLaws } from "../support/language-laws.ts";
import { readingLaws } from "../support/language-reading-laws.ts";
import { everyLanguage } from "../support/languages.ts";

describe.each(everyLanguage)("$name", (languageCase) => {
	textLaws(languageCase, 100);
	readingLaws(languageCase, 10, 10_000);
	panelLaws(languageCase, 25);
	conductLaws(languageCase, 5);
});
