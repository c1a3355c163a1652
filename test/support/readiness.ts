import type { PanelState } from "../../src/panel/state/state.ts";
import type { ReportReception } from "../../src/receivers/receiver.ts";
import type { House } from "./house.ts";
import { panelWithPeople } from "./panel-with-people.ts";

/** A panel that reports everything to so many receivers, each a group of its own. */
export function reportingTo(count: number): PanelState {
	const destinations = Array.from({ length: count }, (_, at) => ({
		id: at + 1,
		url: `ip://1234@127.0.0.${at + 1}:7000/CID`,
		...({ group: at + 1, level: "all", carrier: "" } as const),
	}));
	const { reporting } = panelWithPeople;
	return { ...panelWithPeople, reporting: { ...reporting, destinations } };
}

export const acknowledged: ReportReception = {
	reached: true,
	answer: "ACK",
	milliseconds: 3,
};
export const unanswered: ReportReception = {
	reached: false,
	why: "no-answer",
	message: "silence",
};

export async function readiness(house: House): Promise<[number, string[]]> {
	const answer = await house.get("/readyz");
	const { reasons } = (await answer.json()) as { reasons: string[] };
	return [answer.status, reasons];
}
