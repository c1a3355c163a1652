import type { SessionSettings } from "./session-settings.ts";

/** What an unsolicited result code is about: one about a message obeys `+CNMI`. */
export type CodeMatter = "message" | "other";

/** Unsolicited result codes that wait until they may be written. */
export interface UnsolicitedCodes {
	add(line: string, about: CodeMatter): void;
	/** Those that may be written when the line is free, oldest first; they wait no longer. */
	take(): readonly string[];
	/** Lets go what `+CNMI` mode 0 held back. */
	release(): void;
	/** Forgets what `+CNMI` mode 0 held back. */
	drop(): void;
}

/** Codes that wait; more are lost. */
const mostWaiting = 100;

export function unsolicitedCodes(
	settings: Pick<SessionSettings, "indications">,
): UnsolicitedCodes {
	const waiting: string[] = [];
	const heldBack: string[] = [];
	return {
		add(line, about) {
			const isHeldBack = about === "message" && settings.indications.mode === 0;
			const list = isHeldBack ? heldBack : waiting;
			if (list.length < mostWaiting) list.push(line);
		},
		take: () => waiting.splice(0),
		release() {
			for (const line of heldBack.splice(0)) waiting.push(line);
		},
		drop() {
			heldBack.length = 0;
		},
	};
}
