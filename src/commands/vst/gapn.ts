import { stored } from "../../panel/state/stored.ts";
import { cleared, clearIfBlank, required } from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";

const { apn, apnUser, apnPassword } = stored.network;

export const gapn = defineCommand({
	word: "GAPN",
	help: "Keep the access point of the mobile network.",
	source: "V067",
	synonyms: ["apn", "gprs", "internet", "network", "data"],
	parameters: {
		apn: required(apn),
		user: clearIfBlank(apnUser, "a blank is no user name"),
		password: clearIfBlank(apnPassword, "a blank is no password"),
	},
	stores: "network",
	example: { apn: "internet", user: "user", password: "password" },
	inverse: [
		{
			part: "stored.network",
			sets: { apn: "apn", user: "apnUser", password: "apnPassword" },
		},
	],
	toEvent: (args) => ({
		type: "store",
		section: "network",
		values: {
			apn: args.apn,
			apnUser: cleared(args.user, ""),
			apnPassword: cleared(args.password, ""),
		},
	}),
});
