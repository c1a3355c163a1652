import { expect } from "vitest";
import { panelInPage } from "../../src/console/panel-in-page.ts";
import { ConsoleStore } from "../../src/console/store/console-store.ts";
import { threadOf } from "../../src/console/store/thread.ts";
import { timelineOf } from "../../src/console/store/timeline.ts";
import { mz8 } from "../../src/models/mz-8.ts";
import { factoryState, type PanelState } from "../../src/panel/state/state.ts";
import { ANNA, panelWithPeople } from "./panel-with-people.ts";
import { CENTRE, watchedParts } from "./watched-panel.ts";

/** When the evening begins, in milliseconds since 1970. */
export const START = Date.UTC(2026, 10, 20, 12);
export const OWN = "1234";
export const DURESS = "9898";

/** Somebody is told of everything; 9898 is duress, and zone 5 a silent button. */
export const watched: PanelState = {
	...factoryState(mz8.name, mz8.sections),
	users: panelWithPeople.users,
	remote: panelWithPeople.remote,
	...watchedParts,
};

/** What is done at a panel; `CODE` is the one that somebody types. */
export type Deed =
	| { readonly step: string }
	| { readonly text: string; readonly from?: string }
	| { readonly pass: string }
	| { readonly rule: string };

/** Everything that the page has of its panel, after each deed. */
export async function told(
	deeds: readonly Deed[],
	code: string,
	{
		beginning = watched,
		showDuress = false,
	}: { readonly beginning?: PanelState; readonly showDuress?: boolean } = {},
) {
	const panel = panelInPage({ model: mz8, now: START, seed: 7, beginning });
	const store = new ConsoleStore(panel);
	panel.showDuress.value = showDuress;
	const all: unknown[] = [];
	for (const deed of deeds) {
		if ("step" in deed)
			all.push(await panel.step(deed.step.replace("CODE", code)));
		else if ("pass" in deed) all.push(await panel.clock.advance(deed.pass));
		else if ("rule" in deed) await panel.channel.add(deed.rule);
		else {
			const { text, from = ANNA } = deed;
			store.phone.value = from;
			expect(await store.text(text.replace("CODE", code))).toBe(true);
		}
		store.tick();
		all.push(rest());
	}
	all.push((await panel.record()).transcript);
	return all.map((each) => JSON.stringify(each, null, "\t"));

	function rest() {
		const { activity, phones } = panel;
		return {
			next: panel.next,
			snapshot: panel.snapshot(),
			status: panel.status(),
			number: activity.next,
			activity: activity.from(0),
			phones: phones.numbers.map((each) => phones.messages(each)),
			// What the panes make of it.
			due: store.next.value,
			numbers: store.phones.value,
			pane: store.status.value,
			shown: store.shown.value,
			threads: [ANNA, CENTRE].map((each) =>
				threadOf(store.activities.value, store.underway.value, each, new Map()),
			),
			lanes: timelineOf(store.activities.value, store.beginning, store.start),
			complaint: store.complaint.value,
		};
	}
}

/** The first lines that one has and the other has not: a whole page would say nothing. */
export function differences(told: readonly string[], own: readonly string[]) {
	return told.flatMap((each, at) => {
		if (each === own[at]) return [];
		const others = (own[at] ?? "").split("\n");
		const lines = each.split("\n");
		const line = lines.findIndex((text, row) => text !== others[row]);
		return [
			{
				at,
				line,
				told: lines.slice(line - 4, line + 4).join("\n"),
				own: others.slice(line - 4, line + 4).join("\n"),
			},
		];
	});
}
