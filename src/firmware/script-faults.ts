import type { Model } from "../models/model.ts";
import { zonesIn } from "../panel/answer-template.ts";
import { find } from "../panel/numbered.ts";
import type { PanelState } from "../panel/state.ts";
import { readScriptLine } from "./script-line.ts";

/** A line of a script that would be refused whenever it is called. */
export interface ScriptFault {
	/** Where it stands: `remote.scripts.0.lines.2`, counted from 0. */
	readonly path: string;
	readonly rule: string;
}

/**
 * Every line of the scripts that cannot be read on a model, or that speaks of a
 * zone that has no device.
 */
export function scriptFaults(
	model: Model,
	{ remote, zones }: Pick<PanelState, "remote" | "zones">,
): readonly ScriptFault[] {
	return remote.scripts.flatMap(({ lines }, script) =>
		lines.flatMap((text, at) => {
			const path = `remote.scripts.${script}.lines.${at}`;
			const line = readScriptLine(model, text);
			if ("rule" in line) return [{ path, rule: line.rule }];
			const spoken = line.type === "text" ? zonesIn(line.template) : [];
			return spoken
				.filter((zone) => find(zones, zone) === undefined)
				.map((zone) => ({ path, rule: `zone ${zone} has no device` }));
		}),
	);
}
