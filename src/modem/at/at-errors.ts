/** What modems' errors mean: any of them, known or not. */
import type { FinalResult } from "./at-result.ts";
import { cmeErrors } from "./cme-errors.ts";
import { cmsErrors } from "./cms-errors.ts";
import type { ErrorMeaning } from "./error-meaning.ts";

/** The meaning of a final result that is not OK. Total. */
export function meaningOf(result: FinalResult): ErrorMeaning {
	switch (result.type) {
		case "ok":
			return { name: "OK", advice: "nothing to do", outlook: "never" };
		case "error":
			return {
				name: "the modem gives no reason",
				advice: "check that it knows the command; AT+CMEE=1 makes it say why",
				// Nothing is known against trying again.
				outlook: "passing",
			};
		case "call":
			return {
				name: "the call ended",
				advice: "nothing to do for SMS",
				outlook: "passing",
			};
		case "cme":
			return known(cmeErrors, result.code) ?? other("+CME ERROR", result.code);
		case "cms":
			return known(cmsErrors, result.code) ?? otherCms(result.code);
	}
}

/** `+CMS ERROR: 38 (network out of order)`. */
export function describeResult(result: FinalResult): string {
	switch (result.type) {
		case "ok":
			return "OK";
		case "error":
			return "ERROR";
		case "call":
			return result.text;
		case "cme":
		case "cms": {
			const said = `+${result.type.toUpperCase()} ERROR: ${result.text}`;
			const { name } = meaningOf(result);
			const words = name.toLowerCase() === result.text.toLowerCase();
			return words ? said : `${said} (${name})`;
		}
	}
}

/** Whether the modem or the SIM only wants time: CME 14 and 515, CMS 314 and 515. */
export function isBusy(result: FinalResult): boolean {
	return (
		(result.type === "cme" && (result.code === 14 || result.code === 515)) ||
		(result.type === "cms" && (result.code === 314 || result.code === 515))
	);
}

function known(
	table: ReadonlyMap<number, ErrorMeaning>,
	code: number | null,
): ErrorMeaning | undefined {
	return code === null ? undefined : table.get(code);
}

// 27.005 and 23.040 leave ranges to network, application and maker.
function otherCms(code: number | null): ErrorMeaning {
	if (code === null) return other("+CMS ERROR", code);
	if (code >= 512) {
		return {
			name: "the maker's own error",
			advice: "look it up in the modem's manual",
			outlook: "passing",
		};
	}
	if (code < 128) {
		return {
			name: "the network refused, for a reason without a name",
			advice: "ask the network; its codes are those of 3GPP TS 24.011",
			// As cause 41, a temporary failure (24.011, 8.2.5.4).
			outlook: "passing",
		};
	}
	if (code < 256) {
		return {
			name: "the service centre or the other phone refused",
			advice: "ask the network; its codes are those of 3GPP TS 23.040",
			outlook: "lasting",
		};
	}
	return other("+CMS ERROR", code);
}

function other(family: string, code: number | null): ErrorMeaning {
	const what = code === null ? "words" : "a code";
	return {
		name: `${what} that the standard does not have`,
		advice: `look the ${family} up in the modem's manual`,
		outlook: "lasting",
	};
}
