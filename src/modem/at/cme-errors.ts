/** `+CME ERROR` codes (3GPP TS 27.007, 9.2). */
import { errorTable } from "./error-meaning.ts";

const cable = "check cable, power and that the port is this modem's";
const wait = "wait: the modem or the SIM is still starting";
const noCard = "insert a SIM card, the right way round";
const pin = "set the SIM's PIN (four to eight digits) in the modem's settings";
const puk =
	"put the SIM in a phone and enter its PUK; it is on the card's frame";
const lock = "the modem is locked to another network or SIM; ask who sold it";
const unsupported = "this modem cannot do it; leave the setting off";
const ours = "the command did not suit the modem; record it with modem trace";
const slot = "the slot is empty; list the storage again";
const coverage = "move the antenna; modem info shows signal and registration";
const subscription =
	"ask the network whether the SIM is active and may do this";
const data = "packet data only; SMS does not need it";
const restart = "switch the modem off and on again";

export const cmeErrors = errorTable([
	[0, "phone failure", restart],
	[1, "no connection to phone", cable],
	[2, "phone-adaptor link reserved", "close the program that uses the modem"],
	[
		3,
		"operation not allowed",
		"check SIM, PIN and that the modem is switched on (AT+CFUN=1)",
	],
	[4, "operation not supported", unsupported],
	[5, "PH-SIM PIN required", lock],
	[6, "PH-FSIM PIN required", lock],
	[7, "PH-FSIM PUK required", lock],
	[10, "SIM not inserted", noCard],
	[11, "SIM PIN required", pin],
	[12, "SIM PUK required", puk],
	[13, "SIM failure", "take the SIM out, clean it, try it in a phone"],
	[14, "SIM busy", wait, "passing"],
	[15, "SIM wrong", "use a SIM that this modem accepts"],
	[
		16,
		"incorrect password",
		"correct the PIN before the next start: three wrong ones block the SIM",
	],
	[17, "SIM PIN2 required", "not needed for SMS; check the phone book in use"],
	[18, "SIM PUK2 required", "not needed for SMS; check the phone book in use"],
	[20, "memory full", "delete messages, or let read ones be deleted"],
	[21, "invalid index", slot],
	[22, "not found", slot],
	[23, "memory failure", "try the other storage (SM or ME)"],
	[24, "text string too long", "shorten it", "never"],
	[
		25,
		"invalid characters in text string",
		"use PDU mode, which carries every character",
		"never",
	],
	[26, "dial string too long", "check the number", "never"],
	[
		27,
		"invalid characters in dial string",
		"check the number: digits, * and #, a + in front",
		"never",
	],
	[30, "no network service", coverage, "passing"],
	[31, "network timeout", coverage, "passing"],
	[32, "network not allowed - emergency calls only", subscription],
	[40, "network personalization PIN required", lock],
	[41, "network personalization PUK required", lock],
	[42, "network subset personalization PIN required", lock],
	[43, "network subset personalization PUK required", lock],
	[44, "service provider personalization PIN required", lock],
	[45, "service provider personalization PUK required", lock],
	[46, "corporate personalization PIN required", lock],
	[47, "corporate personalization PUK required", lock],
	[48, "hidden key required", lock],
	[49, "EAP method not supported", data],
	[50, "incorrect parameters", ours, "never"],
	[
		51,
		"command implemented but currently disabled",
		"check SIM, PIN and that the modem is switched on (AT+CFUN=1)",
	],
	[52, "command aborted by user", "try again", "passing"],
	[
		53,
		"not attached to network due to MT functionality restrictions",
		"the modem is in flight mode: AT+CFUN=1",
	],
	[
		54,
		"modem not allowed - MT restricted to emergency calls only",
		subscription,
	],
	[
		55,
		"operation not allowed because of MT functionality restrictions",
		"the modem is in flight mode: AT+CFUN=1",
	],
	[
		56,
		"fixed dial number only allowed - called number is not a fixed dial number",
		"the SIM allows listed numbers only; switch fixed dialling off with PIN2",
	],
	[
		57,
		"temporarily out of service due to other MT usage",
		"the modem is in a call or a data session; wait",
		"passing",
	],
	[58, "language/alphabet not supported", "use PDU mode", "never"],
	[59, "unexpected data value", ours, "never"],
	[60, "system failure", restart, "passing"],
	[61, "data missing", ours, "never"],
	[62, "call barred", subscription],
	[63, "message waiting indication subscription failure", subscription],
	[
		100,
		"unknown",
		"no reason given; if it stays, switch the modem off and on",
		"passing",
	],
	[103, "illegal MS", subscription],
	[106, "illegal ME", "the network refuses this modem; its IMEI may be barred"],
	[107, "GPRS services not allowed", data],
	[108, "GPRS services and non-GPRS services not allowed", subscription],
	[
		111,
		"PLMN not allowed",
		"the network refuses this SIM here; choose another one",
	],
	[
		112,
		"location area not allowed",
		"the network refuses this SIM in this area",
	],
	[
		113,
		"roaming not allowed in this location area",
		"switch roaming on for this SIM, or use a local one",
	],
	[114, "GPRS services not allowed in this PLMN", data],
	[115, "no suitable cells in location area", coverage, "passing"],
	[122, "congestion", "the network is busy; wait", "passing"],
	[126, "insufficient resources", "the network is busy; wait", "passing"],
	[127, "missing or unknown APN", data],
	[128, "unknown PDP address or PDP type", data],
	[129, "user authentication failed", data],
	[130, "activation rejected by GGSN, Serving GW or PDN GW", data],
	[131, "activation rejected, unspecified", data],
	[132, "service option not supported", data],
	[133, "requested service option not subscribed", data],
	[134, "service option temporarily out of order", data, "passing"],
	[140, "feature not supported", unsupported],
	[141, "semantic error in the TFT operation", data],
	[142, "syntactical error in the TFT operation", data],
	[143, "unknown PDP context", data],
	[144, "semantic errors in packet filter(s)", data],
	[145, "syntactical errors in packet filter(s)", data],
	[146, "PDP context without TFT already activated", data],
	[148, "unspecified GPRS error", data, "passing"],
	[149, "PDP authentication failure", data],
	[150, "invalid mobile class", data],
	[171, "last PDN disconnection not allowed", data],
	[172, "semantically incorrect message", ours],
	[173, "mandatory information element error", ours],
	[174, "information element non-existent or not implemented", ours],
	[175, "conditional information element error", ours],
	[176, "protocol error, unspecified", ours],
	[515, "please wait, init or command processing in progress", wait, "passing"],
]);
