import { pword } from "../../grammar/pword/dialect.ts";
import { devQuery } from "../commands/cr200/dev-query.ts";
import { deve } from "../commands/cr200/deve.ts";
import { modQuery } from "../commands/cr200/mod-query.ts";
import { mode } from "../commands/cr200/mode.ts";
import { pinQuery } from "../commands/cr200/pin-query.ts";
import { byps } from "../commands/vst/byps.ts";
import { dean } from "../commands/vst/dean.ts";
import { deed } from "../commands/vst/deed.ts";
import { echo } from "../commands/vst/echo.ts";
import { gapn } from "../commands/vst/gapn.ts";
import { grps } from "../commands/vst/grps.ts";
import { opts } from "../commands/vst/opts.ts";
import { pwrd } from "../commands/vst/pwrd.ts";
import { rpex } from "../commands/vst/rpex.ts";
import { rpts } from "../commands/vst/rpts.ts";
import { schd } from "../commands/vst/schd.ts";
import { schs } from "../commands/vst/schs.ts";
import { timr } from "../commands/vst/timr.ts";
import { usrd } from "../commands/vst/usrd.ts";
import { usrsList } from "../commands/vst/usrs-list.ts";
import { climaxReplies } from "./climax.ts";
import { defineModel } from "./model.ts";

/**
 * The command list of the MZ-1 installation manual, chapter 12. (MZ57, MZ58)
 * PINU is left out: on this model only USRD deletes users.
 */
export const mz8 = defineModel({
	name: "mz-8",
	title: "Vesta MZ-8",
	dialect: pword,
	credential: "installer-code",
	commands: {
		manual: [usrsList, usrd, echo, rpex, dean, deed],
		family: [gapn, mode, modQuery, pinQuery, deve, devQuery],
		extension: [pwrd, timr, byps, opts, schs, schd, rpts, grps],
	},
	replies: climaxReplies,
	probe: "ECHO",
	limits: {},
});
