import { field } from "../../../parameters/field.ts";
import { text } from "../../../parameters/kinds/text.ts";
import { timeOfDay } from "../../../parameters/kinds/time-of-day.ts";

/** What plain words take that is kept nowhere under this name. */
export const wordFields = {
	armTime: field({
		label: "time",
		kind: timeOfDay(),
		initial: "22:00",
		help: "When to arm: the next such time in the panel's time zone. (extension)",
	}),
	helpTopic: field({
		label: "word",
		kind: text(20),
		initial: "",
		help: "What to explain. (extension)",
	}),
};
