import type { Language } from "../../../panel/state/remote-access.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import type { NoticePhrases } from "./notice-phrases.ts";

/** What the panel tells people unasked, by language. */
export const noticesIn: { readonly [L in Language]: NoticePhrases } = {
	en,
	fr,
	es,
};
