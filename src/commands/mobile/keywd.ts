import { fields } from "../../panel/state/fields.ts";
import { required } from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";

export const keywd = defineCommand({
	word: "KEYWD",
	help: "Change the keyword. The answer still comes under the old one.",
	source: "MM85",
	synonyms: ["keyword", "p-word", "password", "credentials"],
	parameters: { keyword: required(fields.keyword) },
	example: { keyword: "IPOG" },
	inverse: [{ part: "credentials", sets: { keyword: "keyword" } }],
	toEvent: ({ keyword }) => ({ type: "set-credentials", keyword }),
});
