import type { KnownCredit } from "../../firmware/known-credit.ts";
import { durationText } from "../../time/duration.ts";
import { DAY } from "../../time/units.ts";
import { type DoctorFinding, ok, warning } from "../finding.ts";

/** Below that, in whatever currency, a few reports more may be the last. */
const LOW = 3;
const OLD = 7 * DAY;

/**
 * Whether the SIM can pay for what the panel has to say.
 * @param credit as a panel that runs knows it
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export function creditFinding(
	credit: KnownCredit | null,
	now: number,
): DoctorFinding {
	const id = "sms/credit";
	const ask = "text CREDIT to the panel; it asks the network";
	if (credit === null)
		return warning(
			id,
			"the credit has not been told since the panel was started",
			ask,
		);
	const { amount, at } = credit;
	const told = `the credit was ${amount.toFixed(2)}`;
	const age = Math.max(0, now - at);
	if (age > OLD)
		return warning(
			id,
			`${told} when it was last asked for, ${durationText(Math.floor(age / DAY) * DAY)} ago`,
			ask,
		);
	if (amount < LOW)
		return warning(
			id,
			`${told} when it was last asked for: it is low, and without it nothing is sent`,
			"top it up",
		);
	return ok(id, `${told} when it was last asked for`);
}
