/** The result of a command. Texts have one character per byte. */
export type Answer =
	/** Lines of information, if any, and OK once the whole command line is done. */
	| { readonly kind: "ok"; readonly lines: readonly string[] }
	| { readonly kind: "error" }
	/** `+CME ERROR: <code>` (3GPP TS 27.007, 9.2). */
	| { readonly kind: "cme"; readonly code: number }
	/** `+CMS ERROR: <code>` (3GPP TS 27.005, 3.2.5). */
	| { readonly kind: "cms"; readonly code: number }
	/** `> `, then the answer that `read` gives to the text up to Ctrl-Z (null: the text was too long). */
	| { readonly kind: "prompt"; read(text: string | null): Answer }
	/** The answer is `result`'s, after so many milliseconds; until then the modem is busy. */
	| { readonly kind: "later"; readonly after: number; result(): Answer };

export function ok(...lines: readonly string[]): Answer {
	return { kind: "ok", lines };
}

export const error: Answer = { kind: "error" };

export function cme(code: number): Answer {
	return { kind: "cme", code };
}

export function cms(code: number): Answer {
	return { kind: "cms", code };
}

const cmeTexts: ReadonlyMap<number, string> = new Map([
	[3, "operation not allowed"],
	[4, "operation not supported"],
	[10, "SIM not inserted"],
	[11, "SIM PIN required"],
	[12, "SIM PUK required"],
	[13, "SIM failure"],
	[14, "SIM busy"],
	[16, "incorrect password"],
	[20, "memory full"],
	[21, "invalid index"],
	[22, "not found"],
	[30, "no network service"],
	[50, "incorrect parameters"],
	[100, "unknown"],
]);

const cmsTexts: ReadonlyMap<number, string> = new Map([
	[38, "network out of order"],
	[41, "temporary failure"],
	[42, "congestion"],
	[47, "resources unavailable"],
	[300, "ME failure"],
	[302, "operation not allowed"],
	[303, "operation not supported"],
	[304, "invalid PDU mode parameter"],
	[305, "invalid text mode parameter"],
	[310, "SIM not inserted"],
	[311, "SIM PIN required"],
	[313, "SIM failure"],
	[314, "SIM busy"],
	[316, "SIM PUK required"],
	[320, "memory failure"],
	[321, "invalid memory index"],
	[322, "memory full"],
	[330, "SMSC address unknown"],
	[331, "no network service"],
	[332, "network timeout"],
	[340, "no +CNMA acknowledgement expected"],
	[500, "unknown error"],
]);

/**
 * The final result line of a refusal in the form that `+CMEE` chose: 0 plain, 1
 * with the number, 2 in words. `+CMS ERROR` stays even with 0 (27.005, 3.2.5).
 */
export function refusalLine(
	answer: Extract<Answer, { kind: "error" | "cme" | "cms" }>,
	errors: number,
): string {
	if (answer.kind === "error") return "ERROR";
	if (answer.kind === "cme" && errors === 0) return "ERROR";
	const texts = answer.kind === "cme" ? cmeTexts : cmsTexts;
	const text = errors === 2 ? texts.get(answer.code) : undefined;
	return `+${answer.kind.toUpperCase()} ERROR: ${text ?? answer.code}`;
}
