import { stored } from "../../panel/state/stored.ts";
import {
	blank,
	cleared,
	clearIfBlank,
	orElse,
} from "../../parameters/parameter.ts";
import { defineCommand } from "../define.ts";

const { apn: name, apnUser, apnPassword } = stored.network;

export const apn = defineCommand({
	word: "APN",
	help: "Keep the access point of the mobile network.",
	source: "MM85, VIM",
	synonyms: ["apn", "gprs", "internet", "network", "data"],
	parameters: {
		apn: orElse(name, name.initial, "a blank is the default"),
		user: clearIfBlank(apnUser),
		password: clearIfBlank(apnPassword),
	},
	stores: "network",
	example: { apn: "internet", user: blank, password: blank },
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
