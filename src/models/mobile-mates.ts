import { mobile } from "../../grammar/mobile/dialect.ts";
import { acces } from "../commands/mobile/acces.ts";
import { apn } from "../commands/mobile/apn.ts";
import { cutv } from "../commands/mobile/cutv.ts";
import { devad } from "../commands/mobile/devad.ts";
import { devrm } from "../commands/mobile/devrm.ts";
import { falde } from "../commands/mobile/falde.ts";
import { fsst } from "../commands/mobile/fsst.ts";
import { fwug } from "../commands/mobile/fwug.ts";
import { gudt } from "../commands/mobile/gudt.ts";
import { keywd } from "../commands/mobile/keywd.ts";
import { loc } from "../commands/mobile/loc.ts";
import { rpt } from "../commands/mobile/rpt.ts";
import { rstg } from "../commands/mobile/rstg.ts";
import { scream } from "../commands/mobile/scream.ts";
import { silent } from "../commands/mobile/silent.ts";
import { uload } from "../commands/mobile/uload.ts";
import { integer } from "../parameters/kinds/integer.ts";
import { climaxReplies } from "./climax.ts";
import { defineModel } from "./model.ts";

/**
 * A medical pendant that speaks the maker's third message shape. What ML58
 * prints is for its sister Mobile Lite, in the same table. (MM85, ML58)
 */
export const mobileMates = defineModel({
	name: "mobile-mates",
	title: "Climax Mobile Mates R15",
	dialect: mobile,
	credential: "access-code",
	commands: {
		manual: [scream, loc, rstg, apn, rpt, keywd, acces, gudt],
		family: [fwug, devrm, devad, silent, cutv, falde, fsst, uload],
	},
	replies: climaxReplies,
	probe: null,
	limits: {
		destinationNumber: integer([1, 5]),
		zoneNumber: integer([1, 5]),
	},
});
