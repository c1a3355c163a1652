import type { Arrival, TestedDestination } from "../../firmware/test-report.ts";

/** What came of a test report, in one line for people: `delivered: ACK in 12 ms`. */
export function testedReportText({
	arrival,
	said,
}: Pick<TestedDestination, "arrival" | "said">): string {
	return `${words[arrival]}: ${said}`;
}

const words: { readonly [A in Arrival]: string } = {
	delivered: "delivered",
	sent: "sent",
	failed: "not delivered",
	unanswered: "not known to be delivered",
};
