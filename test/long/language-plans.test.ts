import { describe } from "vitest";
import {
	fewestInListsLaw,
	fewestLaw,
	languagePlanLaws,
} from "../support/language-plan-laws.ts";
import { everyLanguage } from "../support/languages.ts";

describe.each(everyLanguage)("$name", (languageCase) => {
	languagePlanLaws(languageCase, 100);
	fewestLaw(languageCase, 200);
	fewestInListsLaw(languageCase, 100);
});
