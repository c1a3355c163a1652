import { signal } from "@preact/signals";
import { instantOf } from "../time/instant.ts";
import { type ApiLink, answerIn } from "./api-link.ts";
import type { AtEntry, PageChannel, PageLine } from "./page-panel.ts";

/** The network of a panel of the API that has one. */
export async function channelOf(
	link: ApiLink,
	path: string,
): Promise<PageChannel> {
	const reply = await link.ask(`${path}/channel`);
	const rules = signal(answerIn<{ rules: readonly string[] }>(reply).rules);
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
export async function lineOf(link: ApiLink, path: string): Promise<PageLine> {
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
