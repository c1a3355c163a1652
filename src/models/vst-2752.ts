import { pword } from "../../grammar/pword/dialect.ts";
import { devQuery } from "../commands/cr200/dev-query.ts";
import { deve } from "../commands/cr200/deve.ts";
import { modQuery } from "../commands/cr200/mod-query.ts";
import { mode } from "../commands/cr200/mode.ts";
import { pinQuery } from "../commands/cr200/pin-query.ts";
import { pinu } from "../commands/cr200/pinu.ts";
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
import { usrs } from "../commands/vst/usrs.ts";
import { fields } from "../panel/state/fields.ts";
import { narrowed } from "../parameters/kinds/choice.ts";
import { integer } from "../parameters/kinds/integer.ts";
import { climaxReplies } from "./climax.ts";
import { defineModel } from "./model.ts";

/** The manual page prints USRS only; its siblings' words have the same shape. (VST) */
export const vst2752 = defineModel({
	name: "vst-2752",
	aliases: ["vst-2745"],
	title: "Climax VST-2745 and VST-2752",
	dialect: pword,
	credential: "installer-code",
	commands: {
		manual: [usrs],
		family: [
			usrd,
			echo,
			rpex,
			dean,
			deed,
			gapn,
			mode,
			modQuery,
			pinu,
			pinQuery,
			deve,
			devQuery,
		],
		extension: [pwrd, timr, byps, opts, schs, schd, rpts, grps],
	},
	replies: climaxReplies,
	probe: "ECHO",
	limits: {
		userNumber: integer([1, 10]),
		mode: narrowed(fields.mode.kind, ["away", "home-1", "disarm"]),
		scheduleMode: narrowed(fields.scheduleMode.kind, ["away", "home-1"]),
	},
});
