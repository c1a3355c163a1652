import { LOG_CAPACITY } from "../panel/state/log.ts";
import { enGrade2 } from "./en-g2.ts";
import type { Profile } from "./profile.ts";

/** EN 50131 at grade 3: what grade 2 asks of settings, and more of the panel itself. */
export const enGrade3: Profile = {
	name: "en-g3",
	title: "EN 50131, grade 3 (medium to high risk)",
	limits: enGrade2.limits,
	beyond: [
		{
			path: "users.*.pin",
			has: "PINs have 4 digits",
			asked: "6",
			source: "ICT Protege p. 53",
		},
		{
			path: "runtime.log",
			has: `the log keeps ${LOG_CAPACITY} entries`,
			asked: "500",
			source: "EN 50131-1 of 2006, unverified; a draft had 200",
		},
	],
};
