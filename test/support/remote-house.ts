import { panelWithPeople, TextedPanel } from "./panel-with-people.ts";

export const WRONG =
	"Wrong code. Cancelled. Check the real state first: STATUS";
export const BYPASSED = "Bypassed until the next disarming: 3 Kitchen window.";
export const QUESTION =
	"To bypass 3 Kitchen window until the next disarming: reply with one-time code and PIN within 5 minutes.";

export function withRemote(
	changes: Partial<typeof panelWithPeople.remote>,
): TextedPanel {
	return new TextedPanel({
		...panelWithPeople,
		remote: { ...panelWithPeople.remote, ...changes },
	});
}
