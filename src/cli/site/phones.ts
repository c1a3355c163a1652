import type { ModemSettings } from "../../modem/link/modem-settings.ts";
import { DEFAULT_NUMBER } from "../../network/default-numbers.ts";
import type { ModemPlace } from "../../ports/modem-url.ts";
import { withStartedModem } from "../../ports/started-modem.ts";
import { ModemPhone, phoneSettings } from "../../site/links/modem-phone.ts";
import type { Clock } from "../../time/clock.ts";
import { MINUTE } from "../../time/units.ts";
import { describeTrouble } from "../../views/modem/modem-trouble.ts";

/** How long a modem may take to be ready. */
const STARTING = 2 * MINUTE;

/**
 * Hands modems that are set up to `use`, and lets go of them when that is over.
 * @param say told of what a person should know of them, a line each
 * @throws ModemLineError where one of them cannot be had
 */
export async function withPhones<T>(
	places: readonly ModemPlace[],
	access: Partial<ModemSettings>,
	clock: Clock,
	say: (remark: string) => void,
	use: (phones: readonly ModemPhone[]) => Promise<T>,
): Promise<T> {
	const [place, ...others] = places;
	if (place === undefined) return use([]);
	const over = new AbortController();
	const forget = clock.at(clock.now() + STARTING, () => over.abort());
	let phone: ModemPhone | null = null;
	return withStartedModem(
		{
			place,
			clock,
			say,
			signal: over.signal,
			owner: "alarmpanel apply",
			number: DEFAULT_NUMBER,
			settings: { ...phoneSettings, ...access },
			onEvent(event) {
				phone?.note(event);
				say(describeTrouble(event) ?? "");
			},
		},
		(modem) => {
			forget();
			const first = new ModemPhone(modem, clock);
			phone = first;
			return withPhones(others, access, clock, say, (phones) =>
				use([first, ...phones]),
			);
		},
	);
}
