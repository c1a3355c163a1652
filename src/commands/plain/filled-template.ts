import type {
	PlainPlace,
	Template,
	ZonePlace,
} from "../../panel/remote/answer-template.ts";
import { find } from "../../panel/state/numbered.ts";
import { faultName } from "./faults.ts";
import type { Asking } from "./plain-command.ts";
import { recently } from "./when.ts";
import { openZones, zoneName } from "./zone-names.ts";

/** For whom a template is filled in, and from what. */
export type Teller = Pick<Asking, "say" | "state" | "now" | "person">;

/** A template as it reads now: `Garage: closed since 18:02`. */
export function filledTemplate(template: Template, teller: Teller): string {
	return template
		.map((piece) => {
			if (piece.type === "literal") return piece.text;
			return "zone" in piece
				? zonePlaces[piece.name](teller, piece.zone)
				: plainPlaces[piece.name](teller);
		})
		.join("");
}

const zonePlaces: {
	readonly [P in ZonePlace]: (teller: Teller, zone: number) => string;
} = {
	zone({ say, state, now }, id) {
		const { zones, runtime } = state;
		if (find(zones, id) === undefined) return say.noDevice;
		const changed = find(runtime.changed, id);
		const is = runtime.open.includes(id) ? say.openZone : say.closedZone;
		const since =
			changed === undefined
				? is
				: `${is} ${say.since(recently(state, changed.at, now))}`;
		const troubles = runtime.troubles
			.filter(({ zone, present }) => zone === id && present)
			.map(({ name }) => say.troubles[name]);
		return [since, ...troubles].join(", ");
	},
	"zone name": ({ say, state }, id) =>
		find(state.zones, id)?.name || say.zone(id),
};

const plainPlaces: { readonly [P in PlainPlace]: (teller: Teller) => string } =
	{
		mode({ say, state }) {
			const { mode, into } = state.runtime;
			return mode === "arming" ? say.arming(into ?? "away") : say.modes[mode];
		},
		"open zones": ({ say, state }) =>
			listed(
				say.none,
				openZones(state).map((id) => zoneName(say, state, id)),
			),
		alarms: ({ say, state }) =>
			listed(
				say.none,
				state.runtime.alarms.map(
					({ kind, zone }) =>
						`${say.alarms[kind]} ${zoneName(say, state, zone)}`,
				),
			),
		troubles: ({ say, state }) =>
			listed(
				say.none,
				state.runtime.troubles
					.filter(({ present }) => present)
					.map(({ zone, name }) => faultName(say, state, { zone, what: name })),
			),
		siren: ({ say, state }) =>
			state.runtime.siren ? say.siren.on : say.siren.off,
		time: ({ state, now }) => recently(state, now, now),
		name: ({ person }) => person.name,
	};

function listed(none: string, items: readonly string[]): string {
	return items.length === 0 ? none : items.join(", ");
}
