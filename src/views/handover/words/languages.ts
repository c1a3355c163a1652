import type { Language } from "../../../panel/state/remote-access.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import type { HandoverWords } from "./handover-words.ts";

/** What papers say, by language. */
export const handoverWords: { readonly [L in Language]: HandoverWords } = {
	en,
	fr,
	es,
};
