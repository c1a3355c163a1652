import { fields } from "../../panel/state/fields.ts";
import { keepIfBlank, kept } from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";

export const rpts = defineCommand({
	word: "RPTS",
	help: "Set the test report, and the list of codes that reports use.",
	source: "no manual page seen sets these by SMS; the values are ZW41's",
	synonyms: ["report", "test", "check-in", "period", "codes", "contact id"],
	parameters: {
		checkIn: keepIfBlank(fields.checkIn),
		checkInOffset: keepIfBlank(fields.checkInOffset),
		codes: keepIfBlank(fields.reportCodes),
	},
	example: { checkIn: 24, checkInOffset: 4 },
	inverse: [
		{
			part: "reporting",
			sets: {
				checkIn: "checkIn",
				checkInOffset: "checkInOffset",
				codes: "codes",
			},
		},
	],
	toEvent: ({ checkIn, checkInOffset, codes }) => ({
		type: "set-reporting",
		checkIn: kept(checkIn),
		checkInOffset: kept(checkInOffset),
		codes: kept(codes),
	}),
});
