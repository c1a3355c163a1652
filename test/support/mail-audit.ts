/** Whether all that reached the modem was done once and answered once. */
import { expect } from "vitest";
import { vst2752 } from "../../src/models/vst-2752.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { newEntries } from "./log-entries.ts";
import type { PanelAtModem } from "./panel-at-modem.ts";
import { texted } from "./texting.ts";

/**
 * Holds that everything that reached the modem was done once and answered
 * once, and that the network's own losses and repeats add up. An answer may go
 * out again where its result was never seen, and where the panel died on it.
 *
 * @param state what the panel began with: what a text does and whether it is
 * answered must not depend on the texts before it
 */
export function auditMail(air: PanelAtModem, state: PanelState): void {
	const texts = [...new Map(air.reached.map((text) => [idOf(text), text]))].map(
		([, text]) => text,
	);
	const owed = texts.map(({ from, text }) => {
		const response = texted(vst2752, state, text, from);
		const { reply } = response;
		return {
			entries: newEntries(state, response.state),
			answer: reply === null ? null : `${from} ${headOf(reply)}`,
		};
	});
	expect(air.done.toSorted()).toEqual(
		owed.flatMap(({ entries }) => entries).toSorted(),
	);
	const answers = owed.flatMap(({ answer }) => answer ?? []);
	const sent = air.sent.map(({ from, text }) => `${from} ${headOf(text)}`);
	const unseen = air.modemEvents.filter(({ type }) => type === "send-unseen");
	const repeats = without(sent, answers);
	expect(without(answers, sent)).toEqual([]);
	expect(repeats.filter((repeat) => !answers.includes(repeat))).toEqual([]);
	expect(repeats.length).toBeLessThanOrEqual(unseen.length + air.deaths);
	expect(air.state.runtime.outgoing).toEqual([]);
	checkTraffic(air);
}

/** Nothing waits: what the network accepted and made came, or is counted as lost. */
function checkTraffic({ network }: PanelAtModem): void {
	const { accepted, doubled, delivered, lost, expired, unassigned } =
		network.traffic;
	expect(network.waiting).toBe(0);
	expect(delivered + lost + expired + unassigned).toBe(accepted + doubled);
}

/** Answers alike whatever the panel remembers. */
function headOf(reply: string): string {
	return reply.replace(/\(.*/s, "(…)");
}

/** What a network repeats is the same in all of these. */
function idOf({
	from,
	text,
	sentAt,
	concatenation,
}: PanelAtModem["reached"][number]): string {
	return JSON.stringify([from, text, sentAt, concatenation?.reference]);
}

/** The first list without the second, each item as often as it is there. */
function without(items: readonly string[], taken: readonly string[]): string[] {
	const left = [...taken];
	return items.filter((item) => {
		const at = left.indexOf(item);
		if (at === -1) return true;
		left.splice(at, 1);
		return false;
	});
}
