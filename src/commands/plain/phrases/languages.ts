import type { Language } from "../../../panel/state/remote-access.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import type { Phrases } from "./phrases.ts";

/** What the panel says to people, by language. */
export const phrasesIn: { readonly [L in Language]: Phrases } = { en, fr, es };
