import type { Provenance } from "../../parameters/provenance.ts";
import type { AlarmKind } from "./alarm-kinds.ts";
import type { ReportEvent } from "./contact-id.ts";

export interface TroubleRow {
	/** What is reported when it begins and, as restore, when it ends. */
	readonly event: ReportEvent;
	/** Of the panel, or of the device in a zone. */
	readonly of: "panel" | "zone";
	/** Tampering is an alarm where the option says so. */
	readonly alarm: AlarmKind | null;
	/** What it must outlast before it is reported: nothing, the timer, 30 seconds. */
	readonly lasts: "no-time" | "mains-report" | "jam-time";
	/** Whether the panel looks for it always, or where the option says so. */
	readonly watched: "always" | "jam-detection";
	readonly provenance: Provenance;
	readonly source: string;
	/** Why it is so, where no page says. */
	readonly reason: string;
}

const at = {
	of: "panel",
	alarm: null,
	lasts: "no-time",
	watched: "always",
	provenance: "family",
	reason: "",
} as const;
const device = { ...at, of: "zone" } as const;

/** Every trouble. Each begins and ends, and both are reported. */
export const troubles = {
	mains: {
		...at,
		event: "mains",
		lasts: "mains-report",
		source: "MP82; VESTA installer manual for the delay",
		reason: "the default of 5 minutes is inferred",
	},
	"battery-low": { ...at, event: "battery-low", source: "MP82" },
	"battery-missing": { ...at, event: "battery-missing", source: "MP82" },
	"panel-tamper": {
		...at,
		event: "panel-tamper",
		alarm: "panel-tamper",
		source: "ZW41",
	},
	jam: {
		...at,
		event: "jam",
		lasts: "jam-time",
		watched: "jam-detection",
		source: "CR11",
	},
	gsm: {
		...at,
		event: "gsm",
		provenance: "inferred",
		source: "none",
		reason: "a panel that reports by SMS must know that it cannot",
	},
	sim: {
		...at,
		event: "sim",
		provenance: "inferred",
		source: "none",
		reason: "as the network",
	},
	receiver: {
		...at,
		event: "receiver",
		provenance: "inferred",
		source: "none",
		reason: "a supervised line whose loss nobody is told of is not supervised",
	},
	tamper: { ...device, event: "tamper", alarm: "tamper", source: "ZW41" },
	"low-battery": { ...device, event: "low-battery", source: "CTC31" },
	supervision: { ...device, event: "supervision", source: "L113, L100" },
} as const satisfies { readonly [name: string]: TroubleRow };

export type TroubleName = keyof typeof troubles;

/** The row of a trouble, as data of one form. */
export function troubleRow(name: TroubleName): TroubleRow {
	return troubles[name];
}
