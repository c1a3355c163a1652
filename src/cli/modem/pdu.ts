import { anatomyOf } from "../../sms/pdu-anatomy.ts";
import { wrapped } from "../../views/words/wrapped.ts";
import { ExitCode } from "../line/exit-code.ts";
import { outputWidth } from "../line/output-width.ts";
import { complain, print } from "../line/print.ts";
import { outputColors } from "../line/terminal-colors.ts";
import { defineVerb } from "../line/verb.ts";

export const pdu = defineVerb({
	withoutPanel: true,
	examples: [
		[
			"pdu 07919730071111F1000B919746121611F100008111700212222B0DC8329BFD6681EE6F399B1C02",
			"an SMS as a modem lists it",
		],
		["pdu 000100038199F9000005C8329BFD06 --type submit", "say what it is"],
	],
	options: (yargs) =>
		yargs
			.positional("hex", {
				array: true,
				type: "string",
				demandOption: true,
				describe: "hexadecimal digits, spaces between them allowed",
			})
			.option("type", {
				choices: ["deliver", "submit", "status-report"] as const,
				describe: "which TPDU it is; else guessed",
			})
			.option("smsc", {
				choices: ["present", "absent"] as const,
				describe: "whether it begins with a service centre; else guessed",
			}),
	async run({ hex, type, smsc, json }) {
		const { rows, pdu: decoded } = anatomyOf(hex.join(""), {
			...(type === undefined ? {} : { type }),
			...(smsc === undefined ? {} : { smsc }),
		});
		if (json) print({ rows, ...decoded });
		else {
			const octets = Math.max(0, ...rows.map((row) => row.octets.length));
			const path = Math.max(0, ...rows.map((row) => row.path.length));
			const shown = Math.min(octets, 24);
			for (const row of rows) {
				const found = `${String(row.offset).padStart(3)}  ${short(row.octets, shown).padEnd(shown)}  ${row.path.padEnd(path)}  ${row.value}`;
				print(withMeaning(found, row.meaning));
			}
		}
		if (decoded.ok) return ExitCode.ok;
		const { path, octet, message } = decoded.error;
		complain(`${path}, octet ${octet}: ${message}`);
		return ExitCode.refused;
	},
});

function short(octets: string, width: number): string {
	return octets.length <= width ? octets : `${octets.slice(0, width - 1)}…`;
}

/** What an octet means, behind it where the line has room, else below it. */
function withMeaning(found: string, meaning: string): string {
	if (meaning === "") return found;
	const width = outputWidth();
	const fits = found.length + 2 + meaning.length <= width;
	const between = fits ? "  " : `\n${" ".repeat(BELOW)}`;
	return `${found}${between}${outputColors.dim(fits ? meaning : wrapped(meaning, width - BELOW, BELOW))}`;
}

/** Under the octets. */
const BELOW = 5;
