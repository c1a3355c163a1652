import type { Panel } from "../../device/panel.ts";
import { instantText } from "../../time/instant.ts";
import type { VirtualClock } from "../../time/virtual-clock.ts";
import { happeningJson } from "../../views/json/happening-json.ts";
import { printJsonLine } from "../line/print.ts";

/** Writes into JSON Lines what a panel does by itself. */
export interface HappeningLines {
	/** What happens from now on waits for `tell`, behind the line that made it happen. */
	hold(): void;
	tell(): void;
	end(): void;
}

/**
 * Prints new entries of the panel's log, its mode and its siren as JSON Lines, each
 * with the panel's time, as `serve --json` does: at once, unless it is held.
 */
export function happeningLines(
	panel: Panel,
	clock: VirtualClock,
): HappeningLines {
	let seen = panel.state;
	let held: object[] | null = null;
	const stop = panel.onChange(() => {
		const happened = happeningJson(seen, panel.state);
		seen = panel.state;
		for (const each of happened) {
			if (held === null) tell(each);
			else held.push(each);
		}
	});
	function tell(happened: object): void {
		printJsonLine({ at: instantText(clock.now()), ...happened });
	}
	return {
		hold() {
			held ??= [];
		},
		tell() {
			for (const each of held ?? []) tell(each);
			held = null;
		},
		end: stop,
	};
}
