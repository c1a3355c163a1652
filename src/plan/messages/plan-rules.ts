import type { Provenance } from "../../parameters/provenance.ts";
import { AT_THE_PANEL } from "./obstacle.ts";

/** What a plan may hold. */
export interface PlanRules {
	/** Where the commands may come from. */
	readonly provenances: ReadonlySet<Provenance>;
	/** What is not done unless somebody says that it may be. */
	readonly allowed: ReadonlySet<Allowance>;
	/**
	 * Whether what the manuals do not say may be taken for granted: what a blank does,
	 * and what a new device or user is like.
	 */
	readonly trustsReadings: boolean;
	/** The phone that will send the messages; null where it is not known. */
	readonly sender: string | null;
	/** Where that is done which no message does. */
	readonly place: string;
}

/** What has to be allowed by name. */
export const allowances = [
	"duress",
	"sender",
	"last-destination",
	// Classes of other makers' commands.
	"deletes",
	"disarms",
] as const;

export type Allowance = (typeof allowances)[number];

/** For a panel that somebody sells: what its maker has printed, and what is asked for besides. */
export function forRealPanel(
	besides: readonly ("inferred" | "extension")[],
	allowed: readonly Allowance[],
	sender: string | null = null,
): PlanRules {
	return {
		provenances: new Set<Provenance>([
			"manual",
			"family",
			"observed",
			...besides,
		]),
		allowed: new Set(allowed),
		trustsReadings: besides.includes("inferred"),
		sender,
		place: AT_THE_PANEL,
	};
}

/** For this program's own panel, which does all that the model's commands say. */
export function forSimulator(
	allowed: readonly Allowance[],
	sender: string | null = null,
): PlanRules {
	return {
		...forRealPanel(["inferred", "extension"], allowed, sender),
		place: "with alarmpanel config set",
	};
}
