import { inOneForm } from "../../panel/remote/remote-options.ts";
import type { PanelState } from "../../panel/state/state.ts";

/**
 * The number of the zone that is named, for `BYPASS kitchen`: by its whole name,
 * else by the words with which one name alone begins. Capitals and accents do not
 * matter. A text that names no zone, or more than one, stays as it is.
 */
export function zoneByName({ zones }: PanelState, said: string): string {
	const name = inOneForm(said);
	if (name === "" || /^[0-9]/.test(name)) return said;
	const whole = zones.filter((zone) => inOneForm(zone.name) === name);
	const [only, ...others] =
		whole.length > 0
			? whole
			: zones.filter((zone) => beginnings(zone.name).includes(name));
	return only === undefined || others.length > 0 ? said : String(only.id);
}

/** `front`, `frontdoor` of `Front door`. */
function beginnings(name: string): readonly string[] {
	const words = name.split(/\s+/);
	return words.map((_, at) => inOneForm(words.slice(0, at + 1).join(" ")));
}
