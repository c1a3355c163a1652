import { DURESS } from "../panel/state/fields/special-codes.ts";
import { each, exactly, when, within } from "./limit.ts";
import type { Profile } from "./profile.ts";

const exit = {
	why: "a shorter one makes false alarms by people who leave",
	source: "CP-01 4.2.2.1, number unverified; DSC HS2016 p. 208",
};

const entry = {
	why: "a shorter one makes false alarms by people who come home",
	source: "CP-01 4.2.3.1, number unverified; DSC HS2016 p. 208",
};

/** SIA CP-01, features for false alarm reduction. */
export const cp01: Profile = {
	name: "cp-01",
	title: "ANSI/SIA CP-01, false alarm reduction",
	limits: [
		within("timers", "exitAway", [45, 255], "s", exit),
		within("timers", "exitHome", [45, 255], "s", exit),
		within("timers", "entry1", [30, 240], "s", entry),
		within("timers", "entry2", [30, 240], "s", entry),
		within("timers", "entryHome1", [30, 240], "s", entry),
		within("timers", "entryHome2", [30, 240], "s", entry),
		within("options", "swinger", [1, 6], "times", {
			why: "a detector that goes on and on is shut down",
			source: "CP-01 4.3.2; DSC HS3032 p. 131",
		}),
		exactly("options", "restart", "resume", {
			why: "mode and bypasses go on, sensors are not heard for 60 s",
			source: "CP-01 4.4.3, draft of 2005",
		}),
		when(
			({ zones }) => zones.some(({ crossZone }) => crossZone),
			within("timers", "crossZoneTime", [1, 255], "s", {
				why: "there are cross zones, and without a time none waits for another",
				source:
					"CP-01 4.3.1, number unverified, asks for a time; its range is the panel's",
			}),
		),
		each(
			"users",
			"pin",
			"a duress code that is not next to a user's",
			{
				why: "who mistypes the own code must not call for help",
				source: "CP-01 4.2.6, unverified; Vanderbilt SPC",
			},
			({ id, pin }, { users }) =>
				id === DURESS &&
				users.some((one) => one.id !== id && isNext(one.pin, pin))
					? "****"
					: null,
		),
	],
	beyond: [
		{
			path: "reporting",
			has: "alarms are reported at once",
			asked: "an abort window of 15 to 45 s",
			source: "CP-01 4.2.5.1, number unverified; DSC HS2016 p. 208",
		},
		{
			path: "timers.exitAway",
			has: "the exit delay never starts again",
			asked: "a new start when somebody comes back in, once in an arming",
			source: "CP-01 4.2.2.3; Honeywell VISTA-250BPT p. 14",
		},
		{
			path: "timers.exitAway",
			has: "what is open when the exit delay ends is left out",
			asked: "siren and entry delay, then an exit alarm",
			source: "CP-01, exit error; Honeywell VISTA-21iPSIA p. 15",
		},
		{
			path: "timers.exitAway",
			has: "away is entered when nobody leaves, too",
			asked: "home then",
			source: "CP-01, unvacated premises; DSC HS2016 p. 208",
		},
	],
};

function isNext(one: string, other: string): boolean {
	return Math.abs(Number(one) - Number(other)) === 1;
}
