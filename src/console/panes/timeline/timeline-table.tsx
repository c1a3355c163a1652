import { useSignal } from "@preact/signals";
import { localTime } from "../../../views/words/local-time.ts";
import type { TimelineMark } from "../../store/timeline.ts";

/** Rows that are drawn, the latest. */
const DRAWN = 200;

/** The timeline in words, the latest first. */
export function TimelineTable({
	marks,
	timeZone,
}: {
	readonly marks: readonly TimelineMark[];
	readonly timeZone: string;
}) {
	const isOpen = useSignal(false);
	return (
		<details
			class="as-table"
			onToggle={(event) => {
				isOpen.value = event.currentTarget.open;
			}}
		>
			<summary>as a table</summary>
			{isOpen.value ? (
				<table>
					<thead>
						<tr>
							<th scope="col">Time</th>
							<th scope="col">Lane</th>
							<th scope="col">What</th>
						</tr>
					</thead>
					<tbody>
						{marks
							.slice(-DRAWN)
							.toReversed()
							.map(({ id, at, lane, text }) => (
								<tr key={id}>
									<td class="time">{localTime(at, timeZone)}</td>
									<td>{lane}</td>
									<td>{text}</td>
								</tr>
							))}
					</tbody>
				</table>
			) : null}
		</details>
	);
}
