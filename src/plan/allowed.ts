import { DURESS } from "../panel/state/fields/special-codes.ts";
import { personOf } from "../panel/state/remote-access.ts";
import type { PanelState } from "../panel/state/state.ts";
import type { Obstacle } from "./messages/obstacle.ts";
import type { Allowance, PlanRules } from "./messages/plan-rules.ts";
import { pathOfThing, type Site, type Thing } from "./site/site.ts";

/** Things of a site that a plan leaves alone until somebody allows them, by path. */
export function heldBack(
	site: Site,
	state: PanelState | null,
	{ allowed, sender }: PlanRules,
): ReadonlyMap<string, Obstacle> {
	const held = new Map<string, Obstacle>();
	const hold = (thing: Thing, allowance: Allowance, why: string) => {
		if (allowed.has(allowance)) return;
		const where = `--allow ${allowance}`;
		held.set(pathOfThing(thing), { code: "allow", why, where });
	};
	for (const { thing } of site.settings)
		if (isDuress(thing)) hold(thing, "duress", "it is the duress code");
	for (const thing of site.absent) {
		if (isDuress(thing)) hold(thing, "duress", "it is the duress code");
		const person =
			state === null ? undefined : personOf(state.remote, sender ?? "");
		if (thing.part === "users" && person?.user === thing.id)
			hold(thing, "sender", `${sender}, which sends, would be let in no more`);
	}
	const last = lastDestination(site, state);
	if (last !== null)
		hold(last, "last-destination", "reports would go nowhere then");
	return held;
}

function isDuress({ part, id }: Thing): boolean {
	return part === "users" && id === DURESS;
}

const DESTINATIONS = "reporting.destinations";

/** The destination that goes and leaves none; null where one stays or comes. */
function lastDestination(site: Site, state: PanelState | null): Thing | null {
	const goes = site.absent.filter(({ part }) => part === DESTINATIONS);
	const comes = site.settings.some(({ thing }) => thing.part === DESTINATIONS);
	if (state === null || comes) return null;
	const there = state.reporting.destinations.map(({ id }) => id);
	const stays = there.some((id) => !goes.some((thing) => thing.id === id));
	return stays || there.length === 0
		? null
		: (goes.findLast(({ id }) => id !== null && there.includes(id)) ?? null);
}
