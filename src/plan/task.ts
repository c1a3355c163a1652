import type { PanelState } from "../panel/state/state.ts";
import { heldBack } from "./allowed.ts";
import { thingIn, valueIn } from "./messages/known-panel.ts";
import type { Obstacle } from "./messages/obstacle.ts";
import type { PlanRules } from "./messages/plan-rules.ts";
import type { Elsewhere } from "./plan.ts";
import {
	pathOfSetting,
	pathOfThing,
	type Site,
	type SiteSetting,
	type Thing,
} from "./site/site.ts";

/** A thing that is not yet what it is to be. */
export interface Task {
	readonly thing: Thing;
	/** What is due of it; none where it is to go. */
	readonly settings: readonly SiteSetting[];
	readonly goes: boolean;
}

/** What a site asks of a panel: what is due, and what nobody has allowed. */
export interface Asked {
	/** In the order in which they are sent where they can be. */
	readonly tasks: readonly Task[];
	readonly held: readonly Elsewhere[];
}

/** @param state null where nothing is known of the panel: all is due then, and nothing goes */
export function askedOf(
	site: Site,
	state: PanelState | null,
	rules: PlanRules,
): Asked {
	const obstacles = heldBack(site, state, rules);
	const held: Elsewhere[] = [];
	const tasks: Task[] = [];
	const settings = new Map<string, SiteSetting[]>();
	for (const setting of site.settings) {
		const { thing, member, value } = setting;
		if (state !== null && valueIn(state, thing, member) === value) continue;
		const path = pathOfThing(thing);
		settings.set(path, [...(settings.get(path) ?? []), setting]);
	}
	for (const [path, due] of settings) {
		const [first] = due;
		const obstacle = obstacles.get(path);
		if (first === undefined) continue;
		if (obstacle === undefined)
			tasks.push({ thing: first.thing, settings: due, goes: false });
		else
			for (const setting of due)
				held.push({
					...obstacle,
					path: pathOfSetting(setting),
					wanted: setting.value,
				});
	}
	for (const thing of site.absent) {
		if (state !== null && thingIn(state, thing) === undefined) continue;
		const path = pathOfThing(thing);
		const obstacle = state === null ? unknownPanel : obstacles.get(path);
		if (obstacle === undefined) tasks.push({ thing, settings: [], goes: true });
		else held.push({ ...obstacle, path, wanted: null });
	}
	return { tasks: tasks.toSorted((a, b) => rankOf(a) - rankOf(b)), held };
}

/** Users before what names them; what goes after what comes; credentials last. */
const order = [
	"users",
	"zones",
	"timers",
	"options",
	"schedules",
	"reporting",
	"reporting.groups",
	"reporting.destinations",
];

function rankOf({ thing: { part }, goes }: Task): number {
	if (part.startsWith("credentials")) return 2 * order.length + 1;
	const at = order.indexOf(part);
	const rank = at === -1 ? order.length : at;
	return goes ? rank + order.length : rank;
}

const unknownPanel: Obstacle = {
	code: "unknown",
	why: "nothing is taken away from a panel of which nothing is known",
	where: "--from, with what the panel has",
};
