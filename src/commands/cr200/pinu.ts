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

export const pinu = defineCommand({
	word: "PINU",
	help: "Give a user a PIN and a name, or delete one by leaving both blank.",
	source: "CR18",
	synonyms: ["user", "pin", "name", "code", "add user", "delete user"],
	parameters: {
		user: required(fields.userNumber),
		pin: keepIfBlank(
			fields.userPin,
			"a blank PIN with a name keeps the old one",
		),
		name: clearIfBlank(fields.userName, "a blank name with a PIN is no name"),
	},
	example: { user: 1, pin: "1234", name: "JOHN" },
	inverse: [
		{ part: "users", id: "user", sets: { pin: "pin", name: "name" } },
		{ part: "users", id: "user", deletes: { pin: blank, name: blank } },
	],
	toEvent: ({ user, pin, name }) =>
		pin === blank && name === blank
			? { type: "delete-user", user }
			: {
					type: "set-user",
					user,
					pin: kept(pin),
					name: cleared(name, fields.userName.initial),
				},
});
