import { fields } from "../../panel/state/fields.ts";
import {
	blank,
	cleared,
	clearIfBlank,
	keepIfBlank,
	kept,
	required,
} from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";

export const usrs = defineCommand({
	word: "USRS",
	help: "Give a user a PIN, a name and a latch report, or delete one.",
	source: "VST, MZ57",
	synonyms: ["user", "pin", "name", "latch", "code", "add user", "delete user"],
	parameters: {
		user: required(fields.userNumber),
		pin: keepIfBlank(fields.userPin, "a blank PIN keeps the old one"),
		name: clearIfBlank(fields.userName),
		latch: keepIfBlank(fields.latch, "a blank latch keeps the old one"),
	},
	example: { user: 1, pin: "1234", name: "JOHN", latch: true },
	inverse: [
		{
			part: "users",
			id: "user",
			sets: { pin: "pin", name: "name", latch: "latch" },
		},
		{
			part: "users",
			id: "user",
			deletes: { pin: blank, name: blank },
			inferred: ["pin", "name"],
		},
	],
	// CR18's rule: PIN and name both blank delete. A message that sets the latch
	// is plainly no deletion. (inferred)
	toEvent: ({ user, pin, name, latch }) =>
		pin === blank && name === blank && kept(latch) === undefined
			? { type: "delete-user", user }
			: {
					type: "set-user",
					user,
					pin: kept(pin),
					name: cleared(name, fields.userName.initial),
					latch: kept(latch),
				},
});
