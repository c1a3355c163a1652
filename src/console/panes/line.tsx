import { useSignalEffect } from "@preact/signals";
import { localTime } from "../../views/words/local-time.ts";
import { type AtEntry, isAbsent } from "../page-panel.ts";
import type { ConsoleStore } from "../store/console-store.ts";
import "./line.css";

/** Lines that are drawn, the latest. */
const DRAWN = 200;

/** What the panel and its modem say to each other, with its meaning; a PDU octet by octet. */
export function LinePane({ store }: { readonly store: ConsoleStore }) {
	useSignalEffect(() => {
		// Whatever happens may have been said on the line.
		store.activities.value;
		store.now.value;
		const { line } = store.panel;
		if (!isAbsent(line)) void line.refresh();
	});
	// Whether it is told may go by what is programmed.
	store.activities.value;
	const { line } = store.panel;
	if (isAbsent(line)) return <p class="nothing">{line.why}</p>;
	const entries = line.entries.value;
	if (entries.length === 0)
		return <p class="nothing">Nothing has been said on the line yet.</p>;
	const { timeZone } = store.shown.value.state.options;
	return (
		<table class="line-trace">
			<thead>
				<tr>
					<th scope="col">Time</th>
					<th scope="col">From</th>
					<th scope="col">Bytes</th>
					<th scope="col">Meaning</th>
				</tr>
			</thead>
			<tbody>
				{entries
					.slice(-DRAWN)
					.toReversed()
					.map((entry) => (
						<tr key={entry.id} class={entry.direction}>
							<td class="time">{localTime(entry.at, timeZone).slice(11)}</td>
							<td>{entry.direction === "out" ? "panel" : "modem"}</td>
							<td>
								<code>{entry.text}</code>
							</td>
							<td>
								{entry.meaning}
								<Octets pdu={entry.pdu} />
							</td>
						</tr>
					))}
			</tbody>
		</table>
	);
}

function Octets({ pdu }: Pick<AtEntry, "pdu">) {
	if (pdu === null) return null;
	return (
		<details>
			<summary>octet by octet</summary>
			<table>
				<tbody>
					{pdu.map(({ offset, octets, path, value, meaning }) => (
						<tr key={offset}>
							<td>
								<code>{octets}</code>
							</td>
							<td>{path}</td>
							<td>{value}</td>
							<td>{meaning}</td>
						</tr>
					))}
				</tbody>
			</table>
		</details>
	);
}
