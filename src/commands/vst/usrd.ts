import { fields } from "../../panel/state/fields.ts";
import { constant, required } from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";

export const usrd = defineCommand({
	word: "USRD",
	help: "Delete a user.",
	source: "MZ58",
	synonyms: ["delete user", "remove user"],
	parameters: {
		area: constant("1", "area"),
		user: required(fields.deletedUser),
	},
	example: { user: 2 },
	inverse: [{ part: "users", id: "user", deletes: {} }],
	toEvent: ({ user }) => ({ type: "delete-user", user }),
});
