import { pword } from "../../grammar/pword/dialect.ts";
import { devQuery } from "../commands/cr200/dev-query.ts";
import { deve } from "../commands/cr200/deve.ts";
import { modQuery } from "../commands/cr200/mod-query.ts";
import { mode } from "../commands/cr200/mode.ts";
import { pinQuery } from "../commands/cr200/pin-query.ts";
import { pinu } from "../commands/cr200/pinu.ts";
import { fields } from "../panel/state/fields.ts";
import { narrowed } from "../parameters/kinds/choice.ts";
import { integer } from "../parameters/kinds/integer.ts";
import { alphanumeric } from "../parameters/kinds/text.ts";
import { climaxReplies } from "./climax.ts";
import { defineModel } from "./model.ts";

/** The message shape of VST, with a user's PIN in the place of the installer code. (CR18, CR21) */
export const cr200 = defineModel({
	name: "cr200",
	title: "Elkron CR200 GPRS",
	dialect: pword,
	credential: "user-pin",
	commands: {
		manual: [mode, modQuery, pinu, pinQuery, deve, devQuery],
	},
	replies: climaxReplies,
	probe: "MOD?",
	limits: {
		userNumber: integer([1, 4]),
		userName: alphanumeric(10),
		zoneNumber: integer([1, 30]),
		devicePage: integer([1, 6]),
		mode: narrowed(fields.mode.kind, ["away", "home-1", "disarm"]),
	},
});
