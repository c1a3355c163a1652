/**
 * Names for the places of forms: a word of a command is its own name, a parameter
 * has the word in front of it (`WRITEPHONE_n`), a sign is spelled out (`A_hash`).
 */
export class PlaceNames {
	// Names that every grammar has.
	readonly #taken = new Set(["Blanks", "LeadingBlanks", "start"]);

	/** The name of what is always the same, and the word that follows from it for what stands behind. */
	forText(
		text: string,
		word: string,
	): { readonly name: string; readonly word: string } {
		const letters = text.match(/[A-Za-z0-9]+/g)?.join("_");
		if (letters === undefined) {
			const signs = [...text]
				.map((sign) => signNames[sign] ?? "sign")
				.join("_");
			return { name: this.#unique(joined(word, signs)), word };
		}
		const own = /^[0-9]/.test(letters) ? joined(word, letters) : letters;
		return { name: this.#unique(own), word: own };
	}

	forParameter(name: string, word: string): string {
		return this.#unique(joined(word, name));
	}

	/** Where two places would have one name, the second has a number. */
	#unique(wanted: string): string {
		let name = wanted;
		for (let nth = 2; this.#taken.has(name); nth += 1)
			name = `${wanted}_${nth}`;
		this.#taken.add(name);
		return name;
	}
}

/** A name begins with a letter. */
function joined(word: string, name: string): string {
	if (word !== "") return `${word}_${name}`;
	return /^[A-Za-z]/.test(name) ? name : `n${name}`;
}

const signNames: { readonly [sign: string]: string } = {
	" ": "blank",
	"#": "hash",
	"*": "star",
	",": "comma",
	".": "stop",
	":": "colon",
	";": "semicolon",
	"!": "exclamation",
	"?": "question",
	"=": "equals",
	"+": "plus",
	"-": "hyphen",
	"/": "slash",
};
