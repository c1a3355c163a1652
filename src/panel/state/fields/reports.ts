import { field } from "../../../parameters/field.ts";
import { choice } from "../../../parameters/kinds/choice.ts";
import { destination } from "../../../parameters/kinds/destination.ts";
import { integer } from "../../../parameters/kinds/integer.ts";

/** Where reports go. */
export const reportFields = {
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
	groupKind: field({
		label: "group kind",
		kind: choice([
			{ text: "0", value: "essential", meaning: "tried until it is sent" },
			{
				text: "1",
				value: "optional",
				meaning: "only if the group before failed",
			},
		]),
		initial: "essential",
		help: "Group 1 is always essential. (L102; the default is MZ16's: every group is served)",
	}),
	groupRetries: field({
		label: "retries",
		kind: choice([
			{ text: "1", value: 1, meaning: "1" },
			{ text: "3", value: 3, meaning: "3" },
			{ text: "5", value: 5, meaning: "5" },
			{ text: "10", value: 10, meaning: "10" },
			{ text: "99", value: 99, meaning: "99" },
		]),
		initial: 3,
		help: "Rounds through a group's destinations before it counts as failed. (VESTA installer manual; 3: CH-MG)",
	}),
	checkIn: field({
		label: "check-in period",
		kind: integer(
			[0, 0],
			[6, 6],
			[12, 12],
			[18, 18],
			[24, 24],
			[48, 48],
			[72, 72],
			[168, 168],
			[672, 672],
		),
		initial: 0,
		help: "Hours between test reports; 0 is off. (CR11, ZW41)",
	}),
	checkInOffset: field({
		label: "check-in offset",
		kind: integer([1, 4], [8, 8], [12, 12]),
		initial: 1,
		help: "Hours to the first test report. (CR11, ZW41)",
	}),
	reportCodes: field({
		label: "event codes",
		kind: choice([
			{ text: "0", value: "climax", meaning: "this maker's" },
			{ text: "1", value: "general", meaning: "the general list's" },
		]),
		initial: "climax",
		help: "Which list of Contact ID codes reports use. (extension)",
	}),
};
