import type { Model } from "../../models/model.ts";
import type { SetMode } from "../../panel/state/event.ts";
import { fields } from "../../panel/state/fields.ts";

/** A mode of a panel as Home Assistant knows it. */
export interface ArmingFeature {
	readonly mode: Exclude<SetMode["mode"], "disarm">;
	/** The feature, and what the action is called: `ARM_AWAY`. */
	readonly feature: string;
	readonly action: string;
}

const features: readonly ArmingFeature[] = [
	{ mode: "away", feature: "arm_away", action: "ARM_AWAY" },
	{ mode: "home-1", feature: "arm_home", action: "ARM_HOME" },
	{ mode: "home-2", feature: "arm_night", action: "ARM_NIGHT" },
	{
		mode: "home-3",
		feature: "arm_custom_bypass",
		action: "ARM_CUSTOM_BYPASS",
	},
];

/** The modes that a model has. Home Assistant takes six where none are named. */
export function armingFeatures({ limits }: Model): readonly ArmingFeature[] {
	const { shape } = limits[fields.mode.name] ?? fields.mode.kind;
	const known =
		shape.type === "choice" ? shape.options.map(({ value }) => value) : [];
	return features.filter(({ mode }) => known.includes(mode));
}
