import type { Attribute } from "../panel/state/fields/attributes.ts";
import { each, exactly, within } from "./limit.ts";
import type { Profile } from "./profile.ts";

const entry = {
	why: "an intruder must not have longer",
	source: "EN 50131-1; ICT Protege p. 53, Interlogix xGen p. 28",
};

const wrongCodes = {
	why: "guessing must not go on for ever",
	source: "EN 50131-3 8.3.2.4; EBS CPX200NB p. 93 has 3, Vanderbilt SPC 10",
};

const neverBypassed: readonly Attribute[] = [
	"24-hour",
	"silent-panic",
	"personal-attack",
];

/** EN 50131 at grade 2, as makers of graded panels state it: the standard's own text was not at hand. */
export const enGrade2: Profile = {
	name: "en-g2",
	title: "EN 50131, grade 2 (low to medium risk)",
	limits: [
		within("timers", "entry1", [0, 45], "s", entry),
		within("timers", "entry2", [0, 45], "s", entry),
		within("timers", "entryHome1", [0, 45], "s", entry),
		within("timers", "entryHome2", [0, 45], "s", entry),
		within("timers", "siren", [2, 15], "min", {
			why: "long enough to be heard, short enough for the neighbours",
			source:
				"EN 50131-1; ICT Protege p. 53, Interlogix xGen p. 28: 90 to 900 s",
		}),
		within("timers", "mainsReport", [0, 60], "min", {
			why: "the battery does not last for ever",
			source: "EN 50131-1; Interlogix xGen p. 28: at most 3600 s",
		}),
		within("options", "swinger", [3, 10], "times", {
			why: "a detector that goes on and on is shut down, but not too soon",
			source: "EN 50131-3; Climax manual, tag G2-22",
		}),
		within("options", "keypadGuard", [1, 10], "times", wrongCodes),
		within("options", "smsGuard", [1, 10], "times", {
			...wrongCodes,
			source: "EN 50131-3 8.3.2.4; CADDX xGenConnect p. 33 counts every way in",
		}),
		exactly("options", "armFault", "confirm", {
			why: "what speaks against arming prevents it, unless somebody overrides it",
			source: "EN 50131-1, prevention of setting; EBS CPX200NB p. 93",
		}),
		exactly("options", "tamperAlarm", "always", {
			why: "who wants to come tonight tampers by day",
			source: "EN 50131-1; Interlogix xGen p. 28 asks for a 24 hour zone",
		}),
		exactly("options", "jamDetection", true, {
			why: "a jammed detector is none",
			source: "EN 50131-5-3, detection of interference, unverified",
		}),
		within("reporting", "checkIn", [1, 24], "h", {
			why: "a line that is cut must be noticed within a day",
			source: "EN 50136, ATS class 2; Interlogix xGen p. 28",
		}),
		each(
			"users",
			"latch",
			"on",
			{
				why: "every setting and unsetting is told",
				source: "Interlogix xGen p. 28",
			},
			({ latch }) => (latch ? null : "off"),
		),
		each(
			"zones",
			"bypass",
			"none, at 24 hour and panic zones",
			{
				why: "nobody may take away a call for help",
				source: "EN 50131-3; Interlogix xGen p. 28",
			},
			({ attribute, bypass }) =>
				bypass !== "none" && neverBypassed.includes(attribute) ? bypass : null,
		),
		each(
			"schedules",
			"",
			"none",
			{
				why: "it arms in spite of faults, and nobody is there to override them",
				source: "Interlogix xGen p. 28: no schedule is active",
			},
			({ hour, minute, mode }) =>
				`${mode} at ${hour}:${String(minute).padStart(2, "0")}`,
		),
	],
	beyond: [
		{
			path: "users.*.pin",
			has: "PINs have 4 digits",
			asked: "5",
			source: "EBS CPX200NB p. 93, CADDX xGenConnect p. 33",
		},
	],
};
