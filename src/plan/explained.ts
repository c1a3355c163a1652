import type { Model } from "../models/model.ts";
import { LANGUAGE_PART } from "./language/setting-place.ts";
import { AT_THE_PANEL, type Obstacle } from "./messages/obstacle.ts";
import type { PlanRules } from "./messages/plan-rules.ts";
import type { Thing } from "./site/site.ts";

/**
 * An obstacle in the words of a model. Where a command of the model would do it and the
 * rules of the plan keep it out, that is said.
 * @param member "" for taking the thing away
 */
export function explained(
	obstacle: Obstacle,
	model: Model,
	rules: PlanRules,
	{ part }: Thing,
	member: string,
): Obstacle {
	const { place } = rules;
	// What is said of another maker's setting is said in the words of its language.
	if (obstacle.code !== "no-message" || part === LANGUAGE_PART)
		return obstacle.where === AT_THE_PANEL
			? { ...obstacle, where: place }
			: obstacle;
	const kept = [...model.commands.values()].find(
		({ spec, provenance }) =>
			!rules.provenances.has(provenance) &&
			spec.inverse?.some((inverse) =>
				inverse.part !== part
					? false
					: member === ""
						? inverse.deletes !== undefined
						: Object.values(inverse.sets ?? {}).includes(member),
			),
	);
	const does = member === "" ? "takes it away" : "sets it";
	if (kept === undefined)
		return {
			...obstacle,
			why: `no message of ${model.name} ${does}`,
			where: place,
		};
	const { spec, provenance } = kept;
	return {
		code: "provenance",
		why: `only ${spec.word} ${does}, which no manual of this maker prints`,
		where: `${place}, or --with ${provenance}`,
	};
}
