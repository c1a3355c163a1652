import { describe, expect, test } from "vitest";
import { noticesIn } from "../../../src/commands/plain/notices/languages.ts";
import { phrasesIn } from "../../../src/commands/plain/phrases/languages.ts";
import { isGsm7 } from "../../../src/sms/gsm7.ts";
import { everythingSaid } from "../../support/everything-said.ts";

/*
 * One idea has one word in a language, in answers as in notices, and a word is
 * spelt as in a dictionary as far as GSM-7 has its accents.
 */

/** An idea, its word, and words that others use for it. */
type Idea = readonly [word: RegExp, others: RegExp];

const ideas: { readonly [language: string]: readonly Idea[] } = {
	en: [
		[/bypass/i, /left out|leaves? out|omitted|isolated/i],
		[/not responding/, /not heard|mute\b(?! )|silent detector/],
		[/ignored/, /not heard/],
		[/mobile network/, /cellular|GSM network/i],
		[/FIRE/, /\bfire\b|smoke/],
		[/tamper/, /\bcover\b|sabotage/i],
		[/battery low/, /low battery|battery is low/i],
	],
	fr: [
		[/désarmée/, /(?<!télé)surveillance|sous alarme|en mode (total|partiel)/i],
		[/armée totale/, /alarme mise|sous surveillance/i],
		[/erroné/, /\b(codes?|code) (faux|incorrects?)\b/i],
		[/Zone inconnue/, /zone (fausse|erronée|incorrecte)/i],
		[/Heure incorrecte/, /heure (fausse|erronée)/i],
		[/INCENDIE/, /\bfeu\b/i],
		[/autoprotection/, /sabotage|\bcapot\b|centrale ouverte/i],
		[/ne répond pas/, /\bmuet\b/i],
		[/rétabli/i, /en ordre/i],
		[/Bloque l'armement/, /obstacle/i],
		[/commandes/, /\bmots?\b/i],
		[/une seule fois/, /telle heure|, une fois/i],
		[/coupure de courant/, /le courant manquait|panne de courant/i],
		[/coupe/, /\bfinit\b|arrête/i],
		[/intrusion/, /effraction|cambriolage|périmètre/i],
		[/exclu/i, /isolée?s?\b|inhib/i],
		[/défaut/i, /\bpannes?\b|dérangement/i],
		[/\bPIN\b/, /code PIN/i],
		[/réseau mobile/, /GSM|cellulaire/i],
	],
	es: [
		[/desarmada/, /alarma puesta|en modo (total|parcial)/i],
		[/armada parcial/, /en parte/i],
		[/codigo incorrecto/i, /\bclaves?\b|fals[oa]s?\b/i],
		[/Zona incorrecta/, /zona (falsa|erronea)/i],
		[/Hora incorrecta/, /hora (falsa|erronea)/i],
		[/INCENDIO/, /\bfuego\b/i],
		[/panico/, /\batraco\b/i],
		[/movil/, /celular/i],
		[/restablecido/i, /en orden/i],
		[/Impide armar/, /impide:/i],
		[/comandos/, /\bpalabras?\b/i],
		[/una sola vez/, /tal hora|, una vez/i],
		[/La casa esta/, /la casa (queda|estaba)/i],
		[/corte de corriente/, /faltaba corriente|apagon/i],
		[/sabotaje/, /\btapa\b|central abierta/i],
		[/no responde/, /sin respuesta|no se escuchan?/i],
		[/intrusion/, /\brobo\b|perimetro/i],
		[/fallo/i, /averia|problema/i],
	],
};

/** Words that have accents wherever they stand, as a dictionary spells them. */
const dictionary: { readonly [language: string]: string } = {
	en: "",
	fr: `d'après armée désarmée désarmer erroné erronés réseau répond
		rétabli rétablit rétablie sirène périmètre intérieur défaut défauts médicale
		confirmée brouillée fermée mémoire prévu redémarré
		programmé déjà délai détecteur désarmement l'état réel état répondez vérifiez
		exécuté événements récent crédit réponse répondu téléphone
		numéro numéros ignorés écouté écrivez zone été être arrête
		empêche contrôle reçu même prêt très après énergie électrique
		clé départ entrée sortie présence général générale`,
	es: `también médica médico teléfono eléctrica eléctrico después interés café
		señal señales año mañana contraseña compañía España niño pequeño éxito
		código códigos batería móvil intrusión pánico número números perímetro está
		más rápido último última estación atención aquí allí así dónde según`,
};

/** A spelling without the accents that GSM-7 lacks. */
function inGsm7(word: string): string {
	return Array.from(word)
		.map((letter) => (isGsm7(letter) ? letter : bare(letter)))
		.join("");
}

/** A spelling without any accents. */
function bare(word: string): string {
	return word.normalize("NFD").replace(/\p{M}/gu, "");
}

const languages = Object.keys(phrasesIn) as (keyof typeof phrasesIn)[];

describe.each(languages)("in %s", (language) => {
	const said = everythingSaid([phrasesIn[language], noticesIn[language]]);

	test.each(ideas[language] ?? [])("%s has no second word", (word, others) => {
		expect(said.filter((text) => word.test(text))).not.toEqual([]);
		expect(said.filter((text) => others.test(text))).toEqual([]);
	});

	test("every accent that GSM-7 has is used, and no letter that it lacks", () => {
		const right = new Map(
			(dictionary[language] ?? "")
				.split(/\s+/)
				.map((word) => [bare(word), inGsm7(word)]),
		);
		const misspelt = said
			.flatMap((text) => text.toLowerCase().split(/[^\p{L}']+/u))
			.filter((word) => (right.get(bare(word)) ?? word) !== word);
		expect(misspelt).toEqual([]);
		expect(said.filter((text) => !isGsm7(text))).toEqual([]);
	});
});
