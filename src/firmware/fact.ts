import type { PanelEvent } from "../panel/state/event.ts";

/**
 * Whether an event is a fact of the house, of the network or of time, which
 * nobody asked for and which is confirmed to nobody. It has happened, whether or
 * not it can be written down: the siren sounds also while the disk is full.
 */
export function isFact({ type }: PanelEvent): boolean {
	return facts.has(type);
}

const facts: ReadonlySet<PanelEvent["type"]> = new Set([
	"time",
	"clock-set",
	"zone-signal",
	"trouble",
	"power",
	"report-sent",
	"report-failed",
	"report-in-doubt",
	"notice-sent",
	"notice-failed",
	"notice-in-doubt",
	"text-sent",
	"text-failed",
	"text-in-doubt",
] as const);
