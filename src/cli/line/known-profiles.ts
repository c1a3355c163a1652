import type { Profile } from "../../profiles/profile.ts";
import { profiles } from "../../profiles/profiles.ts";
import { UsageError } from "./exit-code.ts";

/**
 * The profiles of these names, each once.
 * @throws UsageError with the known names
 */
export function knownProfiles(names: readonly string[]): readonly Profile[] {
	return [...new Set(names)].map((name) => {
		const profile = profiles.find((one) => one.name === name);
		if (profile !== undefined) return profile;
		const known = profiles.map((one) => one.name).join(", ");
		throw new UsageError(`there is no profile ${name}; there are ${known}`);
	});
}
