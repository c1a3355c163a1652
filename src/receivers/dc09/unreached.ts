import { howMany } from "../../how-many.ts";
import { durationText } from "../../time/duration.ts";
import { SECOND } from "../../time/units.ts";
import type { ReportReception } from "../receiver.ts";
import type { Exchanged } from "./exchange.ts";

/** A receiver refuses frames that are so much older than its clock. (DC-09: 20 s ahead, 40 s behind) */
const WINDOW = 20 * SECOND;

/** Why nothing took a report, in words for people. */
export function unreachedOf(
	last: Exchanged,
	tries: number,
	now: number,
	hasKey: boolean,
): ReportReception {
	switch (last.type) {
		case "no-connection":
			return unreached("no-connection", last.message);
		case "no-answer":
			return unreached(
				"no-answer",
				`no answer, tried ${howMany(tries, "time")}${last.why === null ? "" : `: ${last.why}`}`,
			);
		case "DUH":
			return unreached(
				"refused-duh",
				"DUH: the receiver understood it and cannot process it",
			);
		case "NAK":
			return unreached("refused-nak", `NAK: ${likelyCause(last, now, hasKey)}`);
		default:
			return unreached("closed", "given up: the panel is being closed");
	}
}

/** The receiver's clock is shown and never taken over: one was seen that is a month wrong. */
function likelyCause(
	{ time }: { readonly time: number | null },
	now: number,
	hasKey: boolean,
): string {
	const difference = time === null ? 0 : Math.round((now - time) / SECOND);
	if (Math.abs(difference) * SECOND > WINDOW)
		return `our clock is ${durationText(Math.abs(difference) * SECOND)} ${difference > 0 ? "ahead of" : "behind"} the receiver's; set the clock that is wrong`;
	return hasKey
		? "the receiver does not know the account, or has another key"
		: "the receiver does not know the account, or wants it encrypted";
}

function unreached(
	why: Extract<ReportReception, { readonly reached: false }>["why"],
	message: string,
): ReportReception {
	return { reached: false, why, message };
}
