/** Signal strength (3GPP TS 27.007, 8.5: +CSQ) and operator (7.3: +COPS). */
import { answerTo, readNumber, readParameters } from "../at/at-parameters.ts";
import { type Charset, decodeText } from "./text-mode.ts";

/** A signal measured. */
export interface Signal {
	/** 0 to 31 as the modem says it; null where it does not know. */
	readonly rssi: number | null;
	/** -113 (and less) to -51 (and more); null where it is not known. */
	readonly dbm: number | null;
	/** `none`, `weak`, `fair`, `good`, `excellent`, `not known`. */
	readonly words: string;
}

/** The signal in the answer to `AT+CSQ`. */
export function signalIn(lines: readonly string[]): Signal {
	const rssi = readNumber(readParameters(answerTo("+CSQ", lines) ?? "")[0]);
	if (rssi === null || rssi > 31) {
		return { rssi: null, dbm: null, words: "not known" };
	}
	return { rssi, dbm: rssi * 2 - 113, words: wordsFor(rssi) };
}

/**
 * The operator in the answer to `AT+COPS?`; null while there is none.
 * @param charset null in PDU mode, where no alphabet was agreed on.
 */
export function operatorIn(
	lines: readonly string[],
	charset: Charset | null,
): string | null {
	const name = readParameters(answerTo("+COPS", lines) ?? "")[2] ?? "";
	if (name === "") return null;
	return charset === null ? name : decodeText(name, charset);
}

// The borders at which SMS begins to fail are rules of thumb of the trade.
function wordsFor(rssi: number): string {
	if (rssi === 0) return "none";
	if (rssi < 6) return "weak";
	if (rssi < 12) return "fair";
	return rssi < 20 ? "good" : "excellent";
}
