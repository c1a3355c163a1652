import type { Model } from "../../models/model.ts";
import { fields } from "../../panel/state/fields.ts";
import type { DeadlineKind, Runtime } from "../../panel/state/runtime.ts";
import type { CoverageKind } from "./coverage.ts";

/**
 * Everything of a model that a corpus could touch, derived from its declarations:
 * command words; parameters, `USRS.pin`; those that may be blank; attributes that
 * a zone can be given; changes of the mode; and what the panel does by the clock.
 */
export function coverable(model: Model): {
	readonly [K in CoverageKind]: readonly string[];
} {
	const commands = [...model.commands.values()];
	const slots = commands.flatMap(({ spec, slots }) =>
		slots.flatMap(({ name, parameter, kind }) =>
			parameter.role === "field"
				? [{ thing: `${spec.word}.${name}`, parameter, kind }]
				: [],
		),
	);
	const attributes = slots.flatMap(({ parameter, kind }) =>
		(parameter.field === fields.attribute ||
			parameter.field === fields.homeAttribute) &&
		kind?.shape.type === "choice"
			? kind.shape.options.map(({ value }) => String(value))
			: [],
	);
	return {
		commands: commands.map(({ spec }) => spec.word),
		parameters: slots.map(({ thing }) => thing),
		blanks: slots.flatMap(({ thing, parameter }) =>
			parameter.policy === "required" ? [] : [thing],
		),
		attributes: [...new Set(attributes)],
		transitions: modes.flatMap((from) =>
			modes.flatMap((to) => (from === to ? [] : [`${from} > ${to}`])),
		),
		timers: Object.keys(timers),
	};
}

/** One that is forgotten does not compile. */
const modeNames: { readonly [M in Runtime["mode"]]: true } = {
	disarm: true,
	arming: true,
	home: true,
	away: true,
};
const modes = Object.keys(modeNames);

/** Likewise. */
const timers: { readonly [K in DeadlineKind]: true } = {
	exit: true,
	entry: true,
	siren: true,
	"cross-zone": true,
	settle: true,
	trouble: true,
	"check-in": true,
	"on-test": true,
	schedule: true,
	"arm-at": true,
	report: true,
	untold: true,
};
