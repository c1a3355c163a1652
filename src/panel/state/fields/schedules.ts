import { field } from "../../../parameters/field.ts";
import { choice } from "../../../parameters/kinds/choice.ts";
import { integer } from "../../../parameters/kinds/integer.ts";

/** Times of day at which the panel arms. */
export const scheduleFields = {
	scheduleNumber: field({
		label: "schedule number",
		kind: integer([1, 10]),
		initial: 1,
		help: "Which of the times of day. (extension)",
	}),
	scheduleHour: field({
		label: "hour",
		kind: integer([0, 23]),
		initial: 22,
		help: "Hour of the day at which the panel arms, in its time zone. (extension)",
	}),
	scheduleMinute: field({
		label: "minute",
		kind: integer([0, 59]),
		initial: 0,
		help: "Minute at which the panel arms. (extension)",
	}),
	scheduleMode: field({
		label: "mode to enter",
		kind: choice([
			{ text: "A", value: "away", meaning: "away (full arm)" },
			{ text: "H", value: "home-1", meaning: "home" },
			{ text: "H2", value: "home-2", meaning: "home 2" },
			{ text: "H3", value: "home-3", meaning: "home 3" },
		]),
		initial: "away",
		help: "Mode that is entered at a time of day. (extension)",
	}),
};
