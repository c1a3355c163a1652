import { howMany } from "../../how-many.ts";
import { countInDoubt } from "../../panel/reporting/doubts.ts";
import { withoutSilentReports } from "../../panel/status.ts";
import { durationText } from "../../time/duration.ts";
import { instantText } from "../../time/instant.ts";
import { type CheckGroup, ok, warning } from "../finding.ts";

/** What waits, and where it is to go. */
export const outbox: CheckGroup = {
	name: "outbox",
	tells: ["outbox"],
	async *check({ panel, clock }) {
		const read = await panel.read().catch(() => null);
		if (read === null) return;
		// A silent report that waits would tell of duress.
		const { outbox: reports } = withoutSilentReports(read.state.runtime);
		const { notices, outgoing, failing } = read.state.runtime;
		const count = notices.length + outgoing.length;
		const doubtful = countInDoubt({
			...read.state.runtime,
			outbox: reports,
		});
		const since = reports.map(({ at }) => at);
		const oldest = since.reduce((a, b) => Math.min(a, b), clock.now());
		const unreached = failing
			.filter(({ logged }) => logged)
			.map(
				({ id, since }) =>
					`; destination ${id} has not been reached since ${instantText(since)}`,
			);
		yield count + reports.length === 0
			? ok("outbox/waiting", "nothing waits to be sent")
			: warning(
					"outbox/waiting",
					`${howMany(reports.length, "report")} and ${howMany(count, "text")} wait to be sent${reports.length === 0 ? "" : `, the oldest for ${durationText(Math.max(0, Math.floor((clock.now() - oldest) / 1000) * 1000))}`}${unreached.join("")}${doubtful === 0 ? "" : `; of ${doubtful} the modem did not say whether it was sent`}`,
					doubtful === 0
						? "they leave once the modem works and a panel runs: alarmpanel serve"
						: "ask whether it arrived; it is sent again after a pause that grows. A modem that never answers a send wants another firmware or its supply seen to",
				);
	},
};
