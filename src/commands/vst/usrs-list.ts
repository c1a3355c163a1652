import {
	DURESS,
	INSTALLER,
	TEMPORARY,
} from "../../panel/state/fields/special-codes.ts";
import { fields } from "../../panel/state/fields.ts";
import {
	blank,
	cleared,
	clearIfBlank,
	constant,
	keepIfBlank,
	kept,
	required,
} from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";
import { usrs } from "./usrs.ts";

/** The list form of MZ-8. The form of VST has the same word and other parameters. */
export const usrsList = defineCommand({
	word: "USRS",
	help: "Give a user or a special code (95 guard, 96 master, 97 temporary, 98 duress, 99 installer) a PIN, a name and a latch report.",
	source: "MZ58",
	synonyms: usrs.synonyms,
	parameters: {
		area: constant("1", "area"),
		user: required(fields.userNumber),
		pin: keepIfBlank(fields.userPin, "a blank PIN keeps the old one"),
		name: clearIfBlank(fields.userName),
		latch: keepIfBlank(fields.latch, "a blank latch keeps the old one"),
	},
	example: { user: 1, pin: "1234", name: "user", latch: true },
	confusable: {
		with: usrs,
		why: "MZ-8 wants the area, always 1, in front of the user number (MZ58); this is the form of VST",
	},
	inverse: [
		{
			part: "users",
			id: "user",
			sets: { pin: "pin", name: "name", latch: "latch" },
		},
		{ part: "users", id: "user", deletes: { pin: blank, name: blank } },
		{
			part: "credentials",
			with: { user: INSTALLER },
			sets: { pin: "installerCode" },
		},
	],
	// Only USRD deletes users here, but the temporary and the duress code are
	// cleared by leaving them blank. (VS63)
	toEvent: ({ user, pin, name, latch }) =>
		(user === TEMPORARY || user === DURESS) &&
		pin === blank &&
		name === blank &&
		kept(latch) === undefined
			? { type: "delete-user", user }
			: {
					type: "set-user",
					user,
					pin: kept(pin),
					name: cleared(name, fields.userName.initial),
					latch: kept(latch),
				},
});
