import type { ReportEvent } from "./contact-id.ts";

interface AlarmKindRow {
	/** What is reported. */
	readonly event: ReportEvent;
	readonly siren: boolean;
	/** Whether it is the arming that makes it an alarm; the others are alarms in every mode. */
	readonly burglar: boolean;
}

/** What an alarm does, by its kind. Tampering sounds only as its option says. */
export const alarmKinds = {
	burglar: { event: "burglar", siren: true, burglar: true },
	perimeter: { event: "perimeter", siren: true, burglar: true },
	interior: { event: "interior", siren: true, burglar: true },
	"cross-zone": { event: "cross-zone", siren: true, burglar: true },
	"24-hour": { event: "24-hour", siren: true, burglar: false },
	fire: { event: "fire", siren: true, burglar: false },
	medical: { event: "medical", siren: true, burglar: false },
	water: { event: "water", siren: true, burglar: false },
	"silent-panic": { event: "silent-panic", siren: false, burglar: false },
	panic: { event: "panic", siren: true, burglar: false },
	tamper: { event: "tamper", siren: true, burglar: false },
	"panel-tamper": { event: "panel-tamper", siren: true, burglar: false },
} as const satisfies { readonly [kind: string]: AlarmKindRow };

export type AlarmKind = keyof typeof alarmKinds;
