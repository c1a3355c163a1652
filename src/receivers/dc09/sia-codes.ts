import type { ReportEvent } from "../../panel/state/contact-id.ts";

/**
 * SIA's codes of an event: when it begins or opens, and when it ends or closes.
 * They go by the event's name: 401 and 407 mean opposite things in the two lists of
 * Contact ID. Where SIA's list has nothing that fits, the choice is ours.
 * (ANSI/SIA DC-03, as pysiaalarm lists it)
 */
export const siaCodes: {
	readonly [E in ReportEvent]: readonly [begins: string, ends: string];
} = {
	medical: ["MA", "MH"],
	fire: ["FA", "FH"],
	panic: ["PA", "PH"],
	duress: ["HA", "HH"],
	"silent-panic": ["HA", "HH"],
	burglar: ["BA", "BR"],
	perimeter: ["BA", "BR"],
	interior: ["BA", "BR"],
	"24-hour": ["BA", "BR"],
	water: ["WA", "WH"],
	"panel-tamper": ["TA", "TR"],
	tamper: ["TA", "TR"],
	"cross-zone": ["BA", "BR"],
	"cross-zone-timeout": ["BG", "BR"],
	supervision: ["BZ", "BJ"],
	"low-battery": ["XT", "XR"],
	mains: ["AT", "AR"],
	"battery-low": ["YT", "YR"],
	"battery-missing": ["YM", "YR"],
	jam: ["XQ", "XH"],
	gsm: ["YC", "YK"],
	sim: ["YX", "YZ"],
	receiver: ["YC", "YK"],
	restart: ["RR", "RR"],
	"arm-fault": ["CF", "CF"],
	"open-at-exit": ["BB", "BU"],
	noted: ["US", "UJ"],
	remote: ["OQ", "CQ"],
	mqtt: ["OQ", "CQ"],
	keypad: ["OP", "CL"],
	"set-unset": ["OS", "CS"],
	"by-clock": ["OA", "CA"],
	home: ["OG", "NL"],
	cancel: ["OC", "OC"],
	test: ["RP", "RP"],
};
