import { fields } from "../../panel/state/fields.ts";
import { required } from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";

export const acces = defineCommand({
	word: "ACCES",
	help: "Give an access code. The answer still comes under the old one.",
	source: "MM85",
	synonyms: ["access", "code", "password", "credentials"],
	parameters: {
		index: required(fields.accessNumber),
		code: required(fields.accessCode),
	},
	example: { index: 1, code: "1234" },
	inverse: [
		{
			part: "credentials.accessCodes",
			id: "index",
			sets: { code: "code" },
		},
	],
	toEvent: ({ index, code }) => ({ type: "set-access-code", index, code }),
});
