import type { AnswerReadings } from "../../commands/define.ts";
import { wantedOf } from "../../plan/messages/known-panel.ts";
import type { Plan } from "../../plan/plan.ts";
import { pathOfThing } from "../../plan/site/site.ts";
import type { ReadSetting } from "../audit/audit-entry.ts";

/**
 * Compares what a panel says of itself with what the messages of a plan make of it.
 * What no message does is not compared: it is due all the same.
 */
export function agreement(
	{ site, elsewhere }: Plan,
	readings: AnswerReadings,
): readonly ReadSetting[] {
	const left = new Set(elsewhere.map(({ path }) => path));
	const wanted = [...wantedOf(site)].flatMap(([path, value]) => {
		const thing = path.slice(0, path.lastIndexOf("."));
		if (readings.has(path))
			return [{ path, agrees: readings.get(path) === value }];
		return readings.get(thing) === null ? [{ path, agrees: false }] : [];
	});
	const gone = site.absent.map(pathOfThing).flatMap((path) => {
		const isTold = [...readings.keys()].some(
			(each) => each === path || each.startsWith(`${path}.`),
		);
		return isTold ? [{ path, agrees: readings.get(path) === null }] : [];
	});
	return [...wanted, ...gone].filter(({ path }) => !left.has(path));
}
