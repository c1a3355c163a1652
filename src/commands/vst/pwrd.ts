import { fields } from "../../panel/state/fields.ts";
import { keepIfBlank, kept } from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";

export const pwrd = defineCommand({
	word: "PWRD",
	help: "Change the P-Word and the installer code. The answer still comes under the old ones.",
	source: "the manuals say that the P-Word can be changed, not how by SMS",
	synonyms: ["p-word", "password", "keyword", "installer code", "credentials"],
	parameters: {
		keyword: keepIfBlank(fields.keyword),
		code: keepIfBlank(fields.installerCode),
	},
	example: { keyword: "HOUSE", code: "4711" },
	inverse: [
		{
			part: "credentials",
			sets: { keyword: "keyword", code: "installerCode" },
		},
	],
	toEvent: ({ keyword, code }) => ({
		type: "set-credentials",
		keyword: kept(keyword),
		installerCode: kept(code),
	}),
});
