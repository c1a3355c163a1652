import { defineCommand } from "../define.ts";

export const echo = defineCommand({
	word: "ECHO",
	help: "Test whether the panel hears and answers.",
	source: "MZ58",
	synonyms: ["test", "ping", "hello"],
	parameters: {},
	example: {},
	toEvent: () => ({ type: "act", act: "test" }),
});
