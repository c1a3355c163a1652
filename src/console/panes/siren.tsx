import { alarmWords } from "../../views/words/event-words.ts";
import { lengthText, localTime } from "../../views/words/local-time.ts";
import { zoneText } from "../../views/words/names.ts";
import { Pane } from "../elements/pane.tsx";
import type { ConsoleStore } from "../store/console-store.ts";
import "./siren.css";

/** Whether the siren sounds, for how long yet, and which alarms there were. */
export function SirenPane({ store }: { readonly store: ConsoleStore }) {
	const { siren, alarms, memory, timers } = store.status.value;
	const { state } = store.shown.value;
	const end = timers.find(({ kind }) => kind === "siren");
	const time = (at: number) => localTime(at, state.options.timeZone).slice(11);
	return (
		<Pane name="siren" title="Siren">
			<p class={siren ? "horn sounding" : "horn"}>
				<span aria-hidden="true">{siren ? "◉" : "○"}</span>{" "}
				{/* What is left of it is not read out at every second. */}
				<span role="status">
					{siren ? "the siren sounds" : "the siren is off"}
				</span>
				{siren && end !== undefined ? `, ${lengthText(end.left)} left` : null}
			</p>
			<ul class="alarms">
				{alarms.map(({ kind, zone, at }) => (
					<li key={`${kind} ${zone}`} class="alarm">
						{alarmWords[kind]}: {zoneText(state, zone)}, since {time(at)}
					</li>
				))}
				{memory.map(({ kind, zone, at }) => (
					<li key={`${kind} ${zone}`}>
						{alarmWords[kind]}: {zoneText(state, zone)}, at {time(at)}, ended
					</li>
				))}
			</ul>
		</Pane>
	);
}
