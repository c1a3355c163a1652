/** One place for all pages that are opened as files: nothing secret may be in it. */
const PLACE = "alarmpanel.ticks";

/** What came of a message: it was confirmed, it was refused, or nothing is known. */
export type Tick = "done" | "error" | null;

/** Ticks of one plan, which only its digest names. */
export interface KeptTicks {
	readonly digest: string;
	/** A letter for each message: d, e or -. */
	readonly ticks: string;
}

/** The ticks that this device keeps for a plan; none where it keeps another's. */
export function keptTicks(digest: string, messages: number): readonly Tick[] {
	const kept = read();
	return Array.from({ length: messages }, (_, at) => {
		const letter = kept?.digest === digest ? kept.ticks[at] : undefined;
		return letter === "d" ? "done" : letter === "e" ? "error" : null;
	});
}

/** Keeps the ticks of a plan instead of another's; nothing where there are none. */
export function keepTicks(digest: string, ticks: readonly Tick[]): void {
	if (ticks.every((tick) => tick === null)) {
		if (read()?.digest === digest) forgetTicks();
		return;
	}
	const letters = ticks.map((tick) => (tick === null ? "-" : tick.charAt(0)));
	const kept: KeptTicks = { digest, ticks: letters.join("") };
	attempt(() => localStorage.setItem(PLACE, JSON.stringify(kept)));
}

export function forgetTicks(): void {
	attempt(() => localStorage.removeItem(PLACE));
}

/** Another page may have written anything there. */
function read(): KeptTicks | null {
	try {
		const { digest, ticks } = JSON.parse(localStorage.getItem(PLACE) ?? "null");
		return typeof digest === "string" && typeof ticks === "string"
			? { digest, ticks }
			: null;
	} catch {
		return null;
	}
}

/** A browser may keep nothing at all; then the ticks last as long as the page. */
function attempt(work: () => void): void {
	try {
		work();
	} catch {}
}
