import { definePlain } from "./plain-command.ts";

export const credit = definePlain({
	word: "CREDIT",
	help: "Ask the network how much credit the panel's SIM has; its answer follows as a text of its own.",
	source: "RouterOS SMS and USSD",
	synonyms: ["balance", "ussd", "prepaid", "sim"],
	parameters: {},
	bare: true,
	example: {},
	toEvent: () => ({ type: "ask-credit" }),
	reply: ({ say, state, refusal }) =>
		state.remote.creditCode === "" || refusal !== null
			? say.noCreditCode
			: say.creditAsked,
});
