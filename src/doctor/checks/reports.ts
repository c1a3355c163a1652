import { reportSms } from "../../firmware/outbox/report-sms.ts";
import type { Report } from "../../panel/state/runtime.ts";
import { readReceiverUrl } from "../../receivers/receiver-address.ts";
import {
	type CheckGroup,
	type DoctorFinding,
	fault,
	ok,
	warning,
} from "../finding.ts";
import type { DoctorWorld } from "../world.ts";

/** Where reports go: whether each destination can be reached. Nothing is reported. */
export const reports: CheckGroup = {
	name: "reports",
	tells: ["reports"],
	async *check(world) {
		const read = await world.panel.read().catch(() => null);
		if (read === null) return;
		const { state } = read;
		const report: Report = {
			event: "test",
			qualifier: "event",
			id: 1,
			at: 0,
			subject: 0,
			group: 1,
			rounds: 0,
			failed: [],
			due: 0,
		};
		// All at once: each may take its three seconds.
		const found = state.reporting.destinations.map(async (destination) => {
			const { id, url, carrier } = destination;
			const told = `destination ${id}`;
			if (reportSms(state, report, destination) !== null)
				return ok(`reports/${id}`, `${told} is a phone`);
			const address = readReceiverUrl(url, carrier);
			if (address === null)
				return warning(
					`reports/${id}`,
					`${told} is reached by no way that this program has`,
					"sms://NUMBER, gsm://ACCOUNT@NUMBER or ip://ACCOUNT@HOST:PORT/CID",
				);
			if (!address.ok)
				return fault(
					`reports/${id}`,
					`${told} cannot be used: ${address.reason}`,
					"alarmpanel commands shows how destinations are programmed",
				);
			return await polled(world, id);
		});
		for (const finding of await Promise.all(found)) yield finding;
	},
};

async function polled(
	{ poll }: DoctorWorld,
	id: number,
): Promise<DoctorFinding> {
	const reception = await poll(id);
	return reception.reached
		? ok(
				`reports/${id}`,
				`destination ${id} answers a NULL with ${reception.answer} after ${Math.round(reception.milliseconds)} ms`,
			)
		: fault(
				`reports/${id}`,
				`destination ${id} does not take a NULL: ${reception.message}`,
				"check host, port, account and key with the receiving centre; some take no NULL: alarmpanel report test tries a report",
			);
}
