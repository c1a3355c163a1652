import { useSignal } from "@preact/signals";
import { shown } from "../../../grammar/message/terminal-text.ts";
import { contactIdText } from "../../views/panel/contact-id-text.ts";
import { causeWords, eventText } from "../../views/words/event-words.ts";
import { localTime } from "../../views/words/local-time.ts";
import { Tick } from "../elements/tick.tsx";
import type { ConsoleStore } from "../store/console-store.ts";
import "./log.css";

/** Entries that are drawn at first, and more at each request. */
const DRAWN = 100;

/** The panel's event log, the latest first, and the reports that it sent. */
export function LogPane({ store }: { readonly store: ConsoleStore }) {
	const drawn = useSignal(DRAWN);
	const { state, at } = store.shown.value;
	const { log } = state.runtime;
	const time = (instant: number) => localTime(instant, state.options.timeZone);
	const reports = store.activities.value.flatMap((each) => {
		if (each.type !== "sent" || each.at > at) return [];
		const meaning = contactIdText(each.state, each.text);
		return meaning === null ? [] : [{ ...each, meaning }];
	});
	if (log.length === 0)
		return (
			<>
				<DuressTick store={store} />
				<p class="nothing">Nothing has happened at the panel yet.</p>
			</>
		);
	const visible = log.slice(-drawn.value).toReversed();
	return (
		<>
			<DuressTick store={store} />
			<table class="log">
				<thead>
					<tr>
						<th scope="col">No.</th>
						<th scope="col">Time</th>
						<th scope="col">What</th>
						<th scope="col">Who</th>
					</tr>
				</thead>
				<tbody aria-live="polite">
					{visible.map((entry) => (
						<tr key={entry.sequence} class={entry.event}>
							<td class="number">{entry.sequence}</td>
							<td class="time">
								<Instant text={time(entry.at)} />
							</td>
							<td dir="auto">{shown(eventText(state, entry))}</td>
							<td>{shown(causeWords(state, entry.by))}</td>
						</tr>
					))}
				</tbody>
			</table>
			{log.length > visible.length ? (
				<button
					type="button"
					onClick={() => {
						drawn.value += 10 * DRAWN;
					}}
				>
					{log.length - visible.length} earlier
				</button>
			) : null}
			{reports.length === 0 ? null : (
				<table class="log">
					<caption>Reports in Contact ID</caption>
					<tbody>
						{reports.toReversed().map((report) => (
							<tr key={report.id}>
								<td class="time">
									<Instant text={time(report.at)} />
								</td>
								<td>
									<code>{report.text}</code>
								</td>
								<td>{shown(report.meaning)}</td>
								<td>to {report.to}</td>
							</tr>
						))}
					</tbody>
				</table>
			)}
		</>
	);
}

/** Whether duress and silent alarms are told, in all panes: whoever forces somebody may look at the page. */
function DuressTick({ store }: { readonly store: ConsoleStore }) {
	const { showDuress } = store.panel;
	return showDuress === null ? null : (
		<Tick
			isSet={showDuress.value}
			onChange={(isSet) => {
				showDuress.value = isSet;
			}}
		>
			Show duress and silent alarms, on the whole page and in what is saved.
		</Tick>
	);
}

/** Where there is no room for both, the time stands under the day. */
function Instant({ text }: { readonly text: string }) {
	const [day = "", instant = ""] = text.split(" ");
	return (
		<>
			<span class="part">{day}</span> <span class="part">{instant}</span>
		</>
	);
}
