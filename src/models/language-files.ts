import amc from "./dialects/amc.json" with { type: "json" };
import conrad from "./dialects/conrad.json" with { type: "json" };
import digiflex from "./dialects/digiflex.json" with { type: "json" };
import dsc from "./dialects/dsc.json" with { type: "json" };
import eanmay from "./dialects/eanmay.json" with { type: "json" };
import eldesEsim from "./dialects/eldes-esim.json" with { type: "json" };
import jablotronGd04 from "./dialects/jablotron-gd04.json" with {
	type: "json",
};
import kingpigeonK2 from "./dialects/kingpigeon-k2.json" with { type: "json" };
import paradoxPcs250 from "./dialects/paradox-pcs250.json" with {
	type: "json",
};
import pyronix from "./dialects/pyronix.json" with { type: "json" };
import riscoAgm from "./dialects/risco-agm.json" with { type: "json" };
import riscoLightsys from "./dialects/risco-lightsys.json" with {
	type: "json",
};
import rtu5023 from "./dialects/rtu5023.json" with { type: "json" };
import rtu5024 from "./dialects/rtu5024.json" with { type: "json" };
import tellGate from "./dialects/tell-gate.json" with { type: "json" };
import tellPager from "./dialects/tell-pager.json" with { type: "json" };
import tousek from "./dialects/tousek.json" with { type: "json" };
import trikdisG16 from "./dialects/trikdis-g16.json" with { type: "json" };
import trikdisGv from "./dialects/trikdis-gv.json" with { type: "json" };
import trikdisGv14 from "./dialects/trikdis-gv14.json" with { type: "json" };
import visonic from "./dialects/visonic.json" with { type: "json" };
import watchguard2010 from "./dialects/watchguard-2010.json" with {
	type: "json",
};
import type { LanguageFile } from "./language/language-file.ts";

/** The files of other makers' languages that come with the panel, by name. */
const files: { readonly [name: string]: unknown } = {
	amc,
	conrad,
	digiflex,
	dsc,
	eanmay,
	"eldes-esim": eldesEsim,
	"jablotron-gd04": jablotronGd04,
	"kingpigeon-k2": kingpigeonK2,
	"paradox-pcs250": paradoxPcs250,
	pyronix,
	"risco-agm": riscoAgm,
	"risco-lightsys": riscoLightsys,
	rtu5023,
	rtu5024,
	"tell-gate": tellGate,
	"tell-pager": tellPager,
	tousek,
	"trikdis-g16": trikdisG16,
	"trikdis-gv": trikdisGv,
	"trikdis-gv14": trikdisGv14,
	visonic,
	"watchguard-2010": watchguard2010,
};

export const languageNames: readonly string[] = Object.keys(files);

/**
 * The file of that name, or undefined. The bundle keeps each as text
 * (scripts/bundle.mjs), so that who asks for another model does not wait for it.
 */
export function languageFile(name: string): LanguageFile | undefined {
	if (!Object.hasOwn(files, name)) return undefined;
	const file = files[name];
	return typeof file === "string" ? JSON.parse(file) : (file as LanguageFile);
}
