/** Our own two languages as files have them. */

import mobile from "../../grammar/families/described/mobile.json" with {
	type: "json",
};
import pword from "../../grammar/families/described/pword.json" with {
	type: "json",
};
import type { FamilyLanguage } from "../../grammar/families/family-dialect.ts";

export const describedPword = pword as unknown as FamilyLanguage;
export const describedMobile = mobile as unknown as FamilyLanguage;
