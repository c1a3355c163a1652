import { reportEventRow, userOfContactId } from "../state/contact-id.ts";
import { find } from "../state/numbered.ts";
import type { Report } from "../state/runtime.ts";
import type { PanelState } from "../state/state.ts";

/** A report in words, for people: `burglar alarm: zone 3 Kitchen`. */
export function reportText(
	state: PanelState,
	{
		event,
		qualifier,
		subject,
	}: Pick<Report, "event" | "qualifier" | "subject">,
): string {
	const { meaning, end, subject: counts } = reportEventRow(event);
	const what = qualifier === "event" ? meaning : end;
	if (subject === 0) return what;
	if (counts === "user") {
		const id = userOfContactId(subject);
		return `${what}: ${named(`user ${id}`, find(state.users, id)?.name)}`;
	}
	return `${what}: ${named(`zone ${subject}`, find(state.zones, subject)?.name)}`;
}

function named(what: string, name = ""): string {
	return name === "" ? what : `${what} ${name}`;
}
