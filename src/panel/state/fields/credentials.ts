import { field } from "../../../parameters/field.ts";
import { digits } from "../../../parameters/kinds/digits.ts";
import { integer } from "../../../parameters/kinds/integer.ts";
import { word } from "../../../parameters/kinds/word.ts";

/** What lets a message in. */
export const credentialFields = {
	keyword: field({
		label: "P-Word",
		kind: word(15),
		initial: "PROG",
		help: "The first word of a message; without it the panel does not listen. (VST; 15 characters: MM85)",
		secret: true,
	}),
	installerCode: field({
		label: "installer code",
		kind: digits(4),
		initial: "7982",
		help: "The code of the installer's messages. (VST)",
		secret: true,
	}),
	accessNumber: field({
		label: "access code number",
		kind: integer([1, 5]),
		initial: 1,
		help: "Which access code. (MM85; the range is inferred)",
	}),
	accessCode: field({
		label: "access code",
		kind: digits(1, 8),
		initial: "1111",
		help: "Code of the Mobile family's messages. (MM85)",
		secret: true,
	}),
};
