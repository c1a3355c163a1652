import { cmeErrors } from "./cme-errors.ts";
import { cmsErrors } from "./cms-errors.ts";
import type { ErrorMeaning } from "./error-meaning.ts";

/** The line that ends a modem's answer (ITU-T V.250, 5.7; 3GPP TS 27.005 and 27.007). */
export type FinalResult =
	| { readonly type: "ok" }
	| { readonly type: "error" }
	| {
			readonly type: "cme" | "cms";
			/** Null where the modem says words (`AT+CMEE=2`) that no table has. */
			readonly code: number | null;
			/** As the modem said it behind the colon. */
			readonly text: string;
	  }
	/** The end of a call, or that there is none. */
	| { readonly type: "call"; readonly text: string };

const callResults = [
	"NO CARRIER",
	"BUSY",
	"NO ANSWER",
	"NO DIALTONE",
	"NO DIAL TONE",
	"CONNECT",
];

// Huawei's ways to say ERROR.
const plainErrors = ["ERROR", "COMMAND NOT SUPPORT", "TOO MANY PARAMETERS"];

/** The final result that a line is, or null. */
export function finalResultOf(line: string): FinalResult | null {
	if (line === "OK") return { type: "ok" };
	// Some modems say why behind it: `ERROR: operation not allowed`.
	if (plainErrors.includes(line) || line.startsWith("ERROR: ")) {
		return { type: "error" };
	}
	if (callResults.some((result) => line === result)) {
		return { type: "call", text: line };
	}
	const [, family, text = ""] = /^\+(CM[ES]) ERROR:\s*(.*)$/.exec(line) ?? [];
	if (family === undefined) return null;
	const cme = family === "CME";
	return {
		type: cme ? "cme" : "cms",
		code: codeOf(text, cme ? cmeErrors : cmsErrors),
		text,
	};
}

function codeOf(
	text: string,
	table: ReadonlyMap<number, ErrorMeaning>,
): number | null {
	if (/^\d{1,5}$/.test(text)) return Number(text);
	const words = plainWords(text);
	for (const [code, { name }] of table) {
		if (plainWords(name) === words) return code;
	}
	return null;
}

/** Older modems say `SIM busy` for what is `(U)SIM busy` now. */
function plainWords(text: string): string {
	return text.toLowerCase().replace("(u)sim", "sim");
}
