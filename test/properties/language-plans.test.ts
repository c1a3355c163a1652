import { describe } from "vitest";
import {
	fewestInListsLaw,
	fewestLaw,
	languagePlanLaws,
} from "../support/language-plan-laws.ts";
import { everyLanguage } from "../support/languages.ts";

describe.each(everyLanguage)("$name", (languageCase) => {
	languagePlanLaws(languageCase, 4);
	fewestLaw(languageCase, 2);
	fewestInListsLaw(languageCase, 4);
});
