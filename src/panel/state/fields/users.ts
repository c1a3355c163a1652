import { field } from "../../../parameters/field.ts";
import { choice } from "../../../parameters/kinds/choice.ts";
import { digits } from "../../../parameters/kinds/digits.ts";
import { integer } from "../../../parameters/kinds/integer.ts";
import { text } from "../../../parameters/kinds/text.ts";

/** People and their codes. */
export const userFields = {
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
};
