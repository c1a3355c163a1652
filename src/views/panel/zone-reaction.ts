import {
	isAlways,
	type Reaction,
	reactionOf,
	reactions,
	type Situation,
	situations,
} from "../../panel/alarm/reactions.ts";
import type { PanelState, Zone } from "../../panel/state/state.ts";
import { alarmWords } from "../words/event-words.ts";

/** What a trip of a zone would do now, in words: `entry delay`, `burglar alarm`. */
export function reactionNow({ runtime }: PanelState, zone: Zone): string {
	if (runtime.cutAt !== null) return "nothing: there is no power";
	if (runtime.open.includes(zone.id)) return "nothing: it stands open already";
	if (zone.bypass !== "none") return "nothing: it is bypassed";
	if (runtime.leftOut.includes(zone.id) && !isAlways(zone.attribute))
		return "nothing: it is left out until the next disarming";
	return reactionText(zone, reactionOf(zone.attribute, runtime));
}

/** What a trip of a zone does in each mode, in the order of the manual's table. */
export function reactionsByMode(
	zone: Zone,
): readonly { readonly situation: Situation; readonly text: string }[] {
	return situations.map((situation) => ({
		situation,
		text: reactionText(zone, reactions[zone.attribute].to[situation]),
	}));
}

/** What a mode or a countdown is called. */
export function situationText(situation: Situation): string {
	return situationWords[situation];
}

function reactionText({ attribute }: Zone, reaction: Reaction): string {
	return reaction === "alarm"
		? alarmWords[reactions[attribute].alarm]
		: reactionWords[reaction];
}

const situationWords: { readonly [S in Situation]: string } = {
	disarm: "disarmed",
	away: "away",
	"home-1": "home 1",
	"home-2": "home 2",
	"home-3": "home 3",
	exit: "exit delay",
	entry: "entry delay",
};

const reactionWords: { readonly [R in Exclude<Reaction, "alarm">]: string } = {
	none: "nothing",
	entry: "entry delay",
	wait: "burglar alarm when the entry delay ends",
	chime: "chime",
	note: "no alarm; it is reported",
	"set-unset": "arms or disarms",
};
