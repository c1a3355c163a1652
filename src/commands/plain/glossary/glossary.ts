import type { AlarmKind } from "../../../panel/state/alarm-kinds.ts";
import type { TroubleName } from "../../../panel/state/troubles.ts";

/** The modes of which people are told. */
export type ToldMode = "disarm" | "home" | "away";

/**
 * The words for what a panel knows, in one language: one word for one idea.
 * Answers and notices are both made of them, all in the GSM-7 alphabet.
 */
export interface Glossary {
	/** A zone without a name. */
	zone(id: number): string;
	/** The panel's own, beside the zones. */
	readonly panel: string;
	/** Said of the house. */
	readonly modes: { readonly [M in ToldMode]: string };
	readonly alarms: { readonly [K in AlarmKind]: string };
	/** A detector's own troubles stand beside the name of its zone. */
	readonly troubles: { readonly [T in TroubleName]: string };
	readonly openZone: string;
	readonly closedZone: string;
	readonly leftOutZone: string;
}
