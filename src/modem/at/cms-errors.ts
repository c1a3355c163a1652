/**
 * `+CMS ERROR` codes (3GPP TS 27.005, 3.2.5): 0 to 127 are the network's
 * (24.011, E-2), 128 to 255 the service centre's or the other end's (23.040,
 * 9.2.3.22), from 300 the modem's.
 */
import { errorTable } from "./error-meaning.ts";

const number = "check the number; the country code belongs in front";
const subscription =
	"ask the network whether the SIM is active, paid and may send SMS";
const later = "the network cannot take it now";
const ours = "the message did not suit the network; record it with modem trace";
const theirs =
	"the other phone or its network does not take this kind of message";
const full = "delete messages, or let read ones be deleted";
const setting = "the modem does not accept this; check storage and mode";
const noCard = "insert a SIM card, the right way round";
const pin = "set the SIM's PIN in the modem's settings";
const lock = "the modem is locked to another network or SIM; ask who sold it";
const wait = "wait: the modem or the SIM is still starting";

export const cmsErrors = errorTable([
	[1, "unassigned (unallocated) number", number, "never"],
	[8, "operator determined barring", subscription],
	[10, "call barred", subscription],
	[17, "network failure", later, "passing"],
	[21, "short message transfer rejected", subscription],
	[22, "memory capacity exceeded", full],
	[
		27,
		"destination out of service",
		"the other phone is off or has no network",
		"passing",
	],
	[28, "unidentified subscriber", subscription],
	[29, "facility rejected", subscription],
	[30, "unknown subscriber", subscription],
	[38, "network out of order", later, "passing"],
	[41, "temporary failure", later, "passing"],
	[42, "congestion", later, "passing"],
	[47, "resources unavailable, unspecified", later, "passing"],
	[50, "requested facility not subscribed", subscription],
	[69, "requested facility not implemented", theirs],
	[81, "invalid short message transfer reference value", ours, "never"],
	[95, "invalid message, unspecified", ours, "never"],
	[96, "invalid mandatory information", ours, "never"],
	[97, "message type non-existent or not implemented", ours, "never"],
	[
		98,
		"message not compatible with short message protocol state",
		later,
		"passing",
	],
	[99, "information element non-existent or not implemented", ours, "never"],
	[111, "protocol error, unspecified", ours, "passing"],
	[127, "interworking, unspecified", theirs, "never"],
	[128, "telematic interworking not supported", theirs, "never"],
	[129, "short message type 0 not supported", theirs, "never"],
	[130, "cannot replace short message", theirs, "never"],
	[143, "unspecified TP-PID error", ours, "never"],
	[144, "data coding scheme (alphabet) not supported", theirs, "never"],
	[145, "message class not supported", "send it without a class", "never"],
	[159, "unspecified TP-DCS error", theirs, "never"],
	[160, "command cannot be actioned", ours, "never"],
	[161, "command unsupported", ours, "never"],
	[175, "unspecified TP-command error", ours, "never"],
	[176, "TPDU not supported", ours, "never"],
	[192, "SC busy", later, "passing"],
	[193, "no SC subscription", subscription],
	[194, "SC system failure", later, "passing"],
	[195, "invalid SME address", number, "never"],
	[
		196,
		"destination SME barred",
		"the other phone does not take messages from this number",
		"never",
	],
	[
		197,
		"SM rejected-duplicate SM",
		"the service centre has this message already",
		"never",
	],
	[198, "TP-VPF not supported", "send it without a validity period", "never"],
	[199, "TP-VP not supported", "send it without a validity period", "never"],
	[208, "(U)SIM SMS storage full", full],
	[
		209,
		"no SMS storage capability in (U)SIM",
		"use the modem's own storage (ME)",
		"never",
	],
	[210, "error in MS", theirs, "never"],
	[211, "memory capacity exceeded", "the other phone is full", "passing"],
	[212, "(U)SIM application toolkit busy", later, "passing"],
	[213, "(U)SIM data download error", theirs, "never"],
	[255, "unspecified error cause", later, "passing"],
	[300, "ME failure", "switch the modem off and on again"],
	[301, "SMS service of ME reserved", "close the program that uses the modem"],
	[302, "operation not allowed", setting],
	[303, "operation not supported", setting],
	[304, "invalid PDU mode parameter", ours, "never"],
	[305, "invalid text mode parameter", "use PDU mode", "never"],
	[310, "(U)SIM not inserted", noCard],
	[311, "(U)SIM PIN required", pin],
	[312, "PH-(U)SIM PIN required", lock],
	[313, "(U)SIM failure", "take the SIM out, clean it, try it in a phone"],
	[314, "(U)SIM busy", wait, "passing"],
	[315, "(U)SIM wrong", "use a SIM that this modem accepts"],
	[
		316,
		"(U)SIM PUK required",
		"put the SIM in a phone and enter its PUK; it is on the card's frame",
	],
	[317, "(U)SIM PIN2 required", "not needed for SMS; check the storage in use"],
	[318, "(U)SIM PUK2 required", "not needed for SMS; check the storage in use"],
	[320, "memory failure", "try the other storage (SM or ME)"],
	[321, "invalid memory index", "the slot is empty; list the storage again"],
	[322, "memory full", full],
	// Seen for some seconds after power-up also where a service centre is set.
	[
		330,
		"SMSC address unknown",
		"set the service centre's number; the network's help pages tell it",
		"passing",
	],
	[
		331,
		"no network service",
		"move the antenna; modem info shows signal and registration",
		"passing",
	],
	[
		332,
		"network timeout",
		"move the antenna; modem info shows signal and registration",
		"passing",
	],
	[
		340,
		"no +CNMA acknowledgement expected",
		"nothing to do: the modem had its acknowledgement",
	],
	[
		500,
		"unknown error",
		"no reason given; check credit, service centre and number",
		"passing",
	],
	[515, "please wait, init or command processing in progress", wait, "passing"],
]);
