import type { Model } from "../../models/model.ts";
import {
	readTemplate,
	type Template,
	zonesIn,
} from "../../panel/remote/answer-template.ts";
import { find } from "../../panel/state/numbered.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { readScriptLine } from "./script-line.ts";

/** Something that the owner wrote into a script or an answer and that cannot work. */
export interface WrittenFault {
	/** Where it stands: `remote.scripts.0.lines.2`, counted from 0. */
	readonly path: string;
	readonly rule: string;
}

type Written = Pick<PanelState, "remote" | "zones">;

/**
 * Every line of the scripts that cannot be read on a model, and every zone in
 * their texts and in the answers to questions that has no device.
 */
export function writtenFaults(
	model: Model,
	state: Written,
): readonly WrittenFault[] {
	const { scripts, questions } = state.remote;
	return [
		...scripts.flatMap(({ lines }, script) =>
			lines.flatMap((text, at) => {
				const path = `remote.scripts.${script}.lines.${at}`;
				const line = readScriptLine(model, text);
				if ("rule" in line) return [{ path, rule: line.rule }];
				return line.type === "text" ? absent(state, path, line.template) : [];
			}),
		),
		...questions.flatMap(({ answer }, at) => {
			const template = readTemplate(answer);
			// A file with any other template is refused.
			return typeof template === "string"
				? []
				: absent(state, `remote.questions.${at}.answer`, template);
		}),
	];
}

function absent(
	{ zones }: Written,
	path: string,
	template: Template,
): readonly WrittenFault[] {
	return zonesIn(template)
		.filter((zone) => find(zones, zone) === undefined)
		.map((zone) => ({ path, rule: `zone ${zone} has no device` }));
}
