import { signal } from "@preact/signals";
import { instantOf } from "../time/instant.ts";
import { type ApiLink, answerIn } from "./api-link.ts";
import type { Absent, AtEntry, PageChannel, PageLine } from "./page-panel.ts";
import { HOUSE, type PanelSummary } from "./panel-summary.ts";

/** The network of a panel of the API. */
export function channelOf(
	link: ApiLink,
	path: string,
	{ id, channel }: PanelSummary,
): PageChannel | Absent {
	if (channel === undefined)
		return {
			why:
				id === HOUSE
					? "The network of the panel in the house is not ours to disturb."
					: "This panel was made without a channel, so every text comes through at once. The list of panels makes one with a channel.",
		};
	const rules = signal(channel);
	return {
		rules,
		async add(rule) {
			const wanted = { rules: [...rules.value, rule] };
			const put = await link.put(`${path}/channel`, wanted);
			rules.value = answerIn<{ rules: readonly string[] }>(put).rules;
		},
	};
}

interface Trace {
	readonly entries: readonly (Omit<AtEntry, "at"> & { readonly at: string })[];
	readonly nextEntry: number;
}

/** The line between a panel of the API and its modem. */
export async function lineOf(
	link: ApiLink,
	path: string,
	{ id, lines }: PanelSummary,
): Promise<PageLine | Absent> {
	if (lines === undefined)
		return {
			why:
				id === HOUSE
					? "The line of the panel in the house is not shown here; alarmpanel serve --trace shows it on the terminal."
					: "This panel gets its texts without a modem. The list of panels makes one with a modem.",
		};
	const first = await link.ask(`${path}/trace`);
	const entries = signal<readonly AtEntry[]>([]);
	let next = 0;
	const take = (trace: Trace) => {
		// Another answer may have come first.
		const fresh = trace.entries.filter(({ id }) => id >= next);
		next = Math.max(next, trace.nextEntry);
		if (fresh.length === 0) return;
		entries.value = [
			...entries.value,
			...fresh.map((entry) => ({ ...entry, at: instantOf(entry.at) ?? 0 })),
		].slice(-KEPT);
	};
	take(answerIn<Trace>(first));
	return {
		entries,
		async refresh() {
			const reply = await link.ask(`${path}/trace?since=${next}`);
			// A server that is away is told of elsewhere.
			if (reply.status === 200) take(answerIn<Trace>(reply));
		},
	};
}

/** Lines that the page keeps, the latest. */
const KEPT = 2000;
