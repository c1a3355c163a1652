import { defineFields, field } from "../spec/field.ts";
import { choice } from "../spec/kinds/choice.ts";
import { destination } from "../spec/kinds/destination.ts";
import { digits } from "../spec/kinds/digits.ts";
import { hexadecimal } from "../spec/kinds/hexadecimal.ts";
import { integer } from "../spec/kinds/integer.ts";
import { text } from "../spec/kinds/text.ts";
import { word } from "../spec/kinds/word.ts";
import { attributes, homeAttributes } from "./attributes.ts";

/**
 * What a panel keeps and what its parts are numbered by. Each field states the
 * widest range of any model and the factory default; models narrow by name.
 * Sources: the tags of `panel-commands.md`; "inferred" where no manual says.
 */
export const fields = defineFields({
	// Credentials
	keyword: field({
		label: "P-Word",
		kind: word(15),
		initial: "PROG",
		help: "The first word of a message; without it the panel does not listen. (VST; 15 characters: MM85)",
		secret: true,
	}),
	installerCode: field({
		label: "installer code",
		kind: digits(4),
		initial: "7982",
		help: "The code of the installer's messages. (VST)",
		secret: true,
	}),
	accessNumber: field({
		label: "access code number",
		kind: integer([1, 5]),
		initial: 1,
		help: "Which access code. (MM85; the range is inferred)",
	}),
	accessCode: field({
		label: "access code",
		kind: digits(1, 8),
		initial: "1111",
		help: "Code of the Mobile family's messages. (MM85)",
		secret: true,
	}),

	// Users
	userNumber: field({
		label: "user number",
		kind: integer([1, 10], [95, 99]),
		initial: 1,
		help: "1 to 10 users; 95 guard, 96 master, 97 temporary, 98 duress, 99 installer. (MZ58)",
	}),
	deletedUser: field({
		label: "user number",
		kind: integer([2, 10]),
		initial: 2,
		help: "2 to 10: user 1 and the codes from 95 on cannot be deleted. (MZ58)",
	}),
	userPin: field({
		label: "user PIN",
		kind: digits(4),
		initial: "1234",
		help: "Four digits; leading zeros matter; no two users share one. (VST)",
		secret: true,
	}),
	userName: field({
		label: "user name",
		kind: text(20),
		initial: "",
		help: "Shown in reports. (VST; the length is inferred from device names)",
	}),
	latch: field({
		label: "latch report",
		kind: choice([
			{ text: "0", value: false, meaning: "off" },
			{ text: "1", value: true, meaning: "on" },
		]),
		initial: true,
		help: "Whether every arming and disarming by this user is reported. (VST, VS63)",
	}),

	// Mode
	mode: field({
		label: "mode",
		kind: choice([
			{ text: "A", value: "away", meaning: "away (full arm)" },
			{ text: "H", value: "home-1", meaning: "home" },
			{ text: "D", value: "disarm", meaning: "disarm" },
			{ text: "H2", value: "home-2", meaning: "home 2" },
			{ text: "H3", value: "home-3", meaning: "home 3" },
		]),
		initial: "disarm",
		help: "Away and home start their exit delay. (CR18; H2 and H3 are inferred from MZ30)",
	}),

	// Zones and the devices in them
	zoneNumber: field({
		label: "zone",
		kind: integer([1, 40]),
		initial: 1,
		help: "Place of a device. (MZ58: 40, CR18: 30)",
	}),
	zoneName: field({
		label: "zone name",
		kind: text(20),
		initial: "",
		help: "Name of the device in the zone. (MZ30)",
	}),
	rfId: field({
		label: "RF id",
		kind: hexadecimal(10, 14),
		initial: "",
		help: "What a device calls itself on the radio. (MZ58)",
	}),
	pendantId: field({
		label: "RF code",
		kind: digits(1, 10),
		initial: "",
		help: "What a device calls itself on the radio of the Mobile family. (ML58)",
	}),
	deviceType: field({
		label: "device type",
		kind: integer([0, 26]),
		initial: 1,
		help: "1 door contact, 3 PIR, 4 smoke, 7 keypad, 11 water, 17 panic button, 21 siren … (CR21)",
	}),
	attribute: field({
		label: "attribute",
		kind: choice(attributes),
		initial: "burglar",
		help: "How the zone reacts. (MZ30; the two-digit numbers are inferred)",
	}),
	homeAttribute: field({
		label: "attribute",
		kind: choice(homeAttributes),
		initial: "burglar",
		help: "How the zone reacts, on the CR200. (CR21)",
	}),
	deviceFlag: field({
		label: "device flag",
		kind: choice([
			{ text: "0", value: false, meaning: "off" },
			{ text: "1", value: true, meaning: "on" },
		]),
		initial: false,
		help: "Printed in an example only; kept and shown, not acted upon. (MZ58)",
	}),
	deviceOption: field({
		label: "device option",
		kind: digits(2),
		initial: "00",
		help: "Printed in an example only; kept and shown, not acted upon. (MZ58)",
	}),
	bypass: field({
		label: "bypass",
		kind: choice([
			{ text: "0", value: "none", meaning: "watched" },
			{ text: "1", value: "once", meaning: "left out until the next disarm" },
			{ text: "2", value: "always", meaning: "left out until taken back" },
		]),
		initial: "none",
		help: "Whether a zone is left out of the watch. (inferred)",
	}),
	devicePage: field({
		label: "page",
		kind: integer([1, 8]),
		initial: 1,
		help: "Five zones a page: 1 is zones 1 to 5. (CR21)",
	}),

	// Things done once
	locationReply: field({
		label: "location reply",
		kind: choice([
			{ text: "0", value: false, meaning: "no reply" },
			{ text: "1", value: true, meaning: "location to the sender" },
		]),
		initial: true,
		help: "Whether the location is texted to the sender. (MM85)",
	}),
	screamTime: field({
		label: "length",
		kind: integer([5, 60]),
		initial: 60,
		help: "Seconds of beeping. (MM85)",
	}),

	// Timers, seconds unless said
	exitAway: field({
		label: "exit delay away",
		kind: integer([0, 255]),
		initial: 30,
		help: "Seconds from the arming to away. (G2-22; range and default are inferred)",
	}),
	exitHome: field({
		label: "exit delay home",
		kind: integer([0, 255]),
		initial: 30,
		help: "Seconds from the arming to home. (G2-22; range and default are inferred)",
	}),
	entry1: field({
		label: "entry delay 1",
		kind: integer([0, 255]),
		initial: 20,
		help: "Seconds in which to disarm after an entry. (G2-22; range and default are inferred)",
	}),
	entry2: field({
		label: "entry delay 2",
		kind: integer([0, 255]),
		initial: 20,
		help: "Seconds for the zones that start the second delay. (G2-22; range and default are inferred)",
	}),
	siren: field({
		label: "siren time",
		kind: integer([1, 15]),
		initial: 3,
		help: "Minutes that the siren sounds at most. (G2-22; range and default are inferred)",
	}),

	// Reports
	destinationNumber: field({
		label: "destination number",
		kind: integer([1, 8]),
		initial: 1,
		help: "Which destination. (MZ58: 8, MM85: 5)",
	}),
	destination: field({
		label: "destination",
		kind: destination(60),
		initial: "",
		help: "Where reports go: gsm://account@number Contact ID by SMS, sms://number text. (MZ58; the length is inferred)",
	}),
	reportGroup: field({
		label: "group",
		kind: integer([1, 5]),
		initial: 1,
		help: "Groups are served in order; inside one the first success ends it. (MZ16)",
	}),
	reportLevel: field({
		label: "level",
		kind: choice([
			{ text: "0", value: "all", meaning: "all events" },
			{ text: "1", value: "alarm", meaning: "alarms only" },
			{ text: "2", value: "status", meaning: "status only" },
		]),
		initial: "all",
		help: "Which events go there. (MZ58)",
	}),
	reportFilter: field({
		label: "filter",
		kind: choice([
			{ text: "255", value: "all", meaning: "all events" },
			{ text: "1", value: "status", meaning: "status only" },
			{ text: "4", value: "alarm", meaning: "emergencies only" },
		]),
		initial: "all",
		help: "Which events go there, in the Mobile family's numbers. (MM85)",
	}),
	reportType: field({
		label: "report type",
		kind: choice([
			{ text: "0", value: "speech", meaning: "speech" },
			{ text: "10", value: "CID_IP", meaning: "CID_IP" },
			{ text: "11", value: "CID_SIA_IP", meaning: "CID_SIA_IP" },
			{ text: "12", value: "SIA_IP", meaning: "SIA_IP" },
			{ text: "13", value: "SIA_CID_UDP", meaning: "SIA_CID_UDP" },
			{ text: "14", value: "SIA_UDP", meaning: "SIA_UDP" },
			{ text: "18", value: "AG_XML", meaning: "AG_XML" },
			{ text: "20", value: "CID_SIA2_IP", meaning: "CID_SIA2_IP" },
			{ text: "21", value: "SIA2_IP", meaning: "SIA2_IP" },
			{ text: "22", value: "CID_SIA2_UDP", meaning: "CID_SIA2_UDP" },
			{ text: "23", value: "SIA2_UDP", meaning: "SIA2_UDP" },
			{ text: "30", value: "SMS_CID", meaning: "SMS_CID" },
			{ text: "31", value: "SMS_TEXT", meaning: "SMS_TEXT" },
		]),
		initial: "speech",
		help: "How the report is carried. (MM85)",
	}),
});
