import { useSignal } from "@preact/signals";
import { find } from "../../../panel/state/numbered.ts";
import {
	reactionNow,
	reactionsByMode,
	situationText,
} from "../../../views/panel/zone-reaction.ts";
import { zoneText } from "../../../views/words/names.ts";
import { Pane } from "../../elements/pane.tsx";
import type { MessageDesk } from "../../message/message-desk.ts";
import type { CommandList } from "../../store/command-list.ts";
import type { ConsoleStore } from "../../store/console-store.ts";
import { NoZones } from "./no-zones.tsx";
import { ZoneRow } from "./zone-row.tsx";
import "./zones.css";

/** The zones of the house, and what a trip of one would do. */
export function ZonesPane({
	store,
	desk,
	commands,
}: {
	readonly store: ConsoleStore;
	readonly desk: MessageDesk;
	readonly commands: CommandList;
}) {
	/** The zone under the pointer or with the focus. */
	const pointed = useSignal<number | null>(null);
	const { state } = store.shown.value;
	const zone =
		find(state.zones, pointed.value ?? -1) ?? state.zones.at(0) ?? null;
	return (
		<Pane name="zones" title="House">
			{zone === null ? (
				<NoZones store={store} commands={commands} />
			) : (
				<>
					<ul class="zone-list" aria-label="Zones">
						{state.zones.map((each) => (
							<ZoneRow
								key={each.id}
								zone={each}
								store={store}
								desk={desk}
								commands={commands}
								onPoint={() => {
									pointed.value = each.id;
								}}
							/>
						))}
					</ul>
					<div class="would-do">
						<p>
							A trip of <strong>{zoneText(state, zone.id)}</strong> would do
							now: <strong>{reactionNow(state, zone)}</strong>
						</p>
						<details>
							<summary>in each mode</summary>
							<dl>
								{reactionsByMode(zone).map(({ situation, text }) => (
									<div key={situation}>
										<dt>{situationText(situation)}</dt>
										<dd>{text}</dd>
									</div>
								))}
							</dl>
						</details>
					</div>
				</>
			)}
		</Pane>
	);
}
