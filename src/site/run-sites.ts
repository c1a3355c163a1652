/** A site to be applied. */
export interface SiteJob {
	readonly site: string;
	/** The panel's. No two that run at once have the same. */
	readonly number: string;
}

/** After so many silent panels in a row the fault is ours: nothing more is sent. */
const SILENT_IN_A_ROW = 3;

/**
 * Runs sites over one phone or several, each phone one site at a time, and no panel
 * twice at once.
 * @param run applies one site; it does not reject for what a panel does
 * @param troubleOf what keeps a phone from sending, null for nothing; a phone that did not
 *   send for that reason takes no more, or it would be handed every site that is left
 * @param onSkipped told of each site that was not begun, and why
 */
export async function runSites<J extends SiteJob, P>(
	jobs: readonly J[],
	phones: readonly P[],
	run: (job: J, phone: P) => Promise<{ readonly outcome: string }>,
	troubleOf: (phone: P) => string | null,
	onSkipped: (job: J, why: string) => void,
): Promise<void> {
	const waiting = [...jobs];
	const busy = new Set<string>();
	let silent = 0;
	let trouble: string | null = null;
	let freed = () => {};
	const take = (): J | null => {
		const at = waiting.findIndex(({ number }) => !busy.has(number));
		return at === -1 ? null : (waiting.splice(at, 1)[0] ?? null);
	};
	const work = async (phone: P): Promise<void> => {
		while (silent < SILENT_IN_A_ROW && waiting.length > 0) {
			const job = take();
			if (job === null) {
				// Every panel that is left is being programmed by another phone.
				await new Promise<void>((resolve) => {
					const others = freed;
					freed = () => {
						others();
						resolve();
					};
				});
				continue;
			}
			busy.add(job.number);
			try {
				const { outcome } = await run(job, phone);
				silent = outcome === "silent" ? silent + 1 : 0;
				const reason = outcome === "unsent" ? troubleOf(phone) : null;
				if (reason !== null) {
					trouble = reason;
					return;
				}
			} finally {
				busy.delete(job.number);
				freed();
				freed = () => {};
			}
		}
	};
	await Promise.all(phones.map(work));
	const why =
		silent >= SILENT_IN_A_ROW
			? "three panels in a row did not answer, so this one was not begun"
			: `no modem is left that can send (${trouble}), so this one was not begun`;
	for (const job of waiting) onSkipped(job, why);
}
