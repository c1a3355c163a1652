import { field } from "../../../parameters/field.ts";
import { choice } from "../../../parameters/kinds/choice.ts";
import { digits } from "../../../parameters/kinds/digits.ts";
import { hexadecimal } from "../../../parameters/kinds/hexadecimal.ts";
import { integer } from "../../../parameters/kinds/integer.ts";
import { text } from "../../../parameters/kinds/text.ts";
import { attributes, homeAttributes } from "./attributes.ts";

/** Zones and the devices in them. */
export const zoneFields = {
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
	entryDelay: field({
		label: "entry delay of the zone",
		kind: choice([
			{ text: "1", value: 1, meaning: "entry delay 1" },
			{ text: "2", value: 2, meaning: "entry delay 2" },
		]),
		initial: 1,
		help: "Which of the two entry delays the zone starts. (G2-22)",
	}),
	crossZone: field({
		label: "cross zone",
		kind: choice([
			{ text: "0", value: false, meaning: "off" },
			{ text: "1", value: true, meaning: "on" },
		]),
		initial: false,
		help: "Whether a second cross zone has to confirm its burglar alarm. (VESTA installer manual)",
	}),
};
