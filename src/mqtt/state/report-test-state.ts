import type { ReportTested } from "../../device/panel.ts";
import type { Arrival } from "../../firmware/test-report.ts";
import type { Destination } from "../../panel/state/state.ts";
import { instantText } from "../../time/instant.ts";

/** The last test report through a destination; null where the panel knows of none. */
export interface ReportTestState {
	readonly arrival: Arrival | null;
	/** Why it did not arrive, or is not known to have; null where it did. */
	readonly why: string | null;
	/** When that was known; ISO 8601. */
	readonly at: string | null;
}

/** What went to an address that the destination has no more says nothing of it. */
export function reportTestState(
	{ url, carrier }: Destination,
	last: ReportTested | undefined,
): ReportTestState {
	if (last === undefined || last.way.url !== url)
		return { arrival: null, why: null, at: null };
	if (last.way.carrier !== carrier)
		return { arrival: null, why: null, at: null };
	const { arrival, said } = last.tested;
	return {
		arrival,
		why: arrival === "delivered" ? null : said,
		at: instantText(last.at),
	};
}
