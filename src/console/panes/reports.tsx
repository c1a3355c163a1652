import { useSignal } from "@preact/signals";
import { localTime } from "../../views/words/local-time.ts";
import type { ConsoleStore } from "../store/console-store.ts";

/** Whether the panel reports, and a test of each way. */
export function Reports({ store }: { readonly store: ConsoleStore }) {
	const { isPast, state } = store.shown.value;
	const { onTest, clock } = store.status.value;
	const { destinations } = state.reporting;
	return (
		<fieldset disabled={isPast}>
			<legend>Reports</legend>
			<button
				type="button"
				role="switch"
				aria-checked={onTest !== null}
				onClick={() =>
					void store.step(onTest === null ? "test on 30m" : "test off")
				}
			>
				on test
			</button>
			<p role="status">
				{onTest === null
					? "Alarms and troubles are reported. On test nothing is, for half an hour."
					: `Nothing is reported until ${localTime(onTest.until, clock.timeZone)}.`}
			</p>
			{store.panel.testReport === null
				? null
				: destinations.map(({ id }) => (
						<DestinationTest key={id} store={store} id={id} />
					))}
		</fieldset>
	);
}

/** A button that asks before it sends, and what came. */
function DestinationTest({
	store,
	id,
}: {
	readonly store: ConsoleStore;
	readonly id: number;
}) {
	const isAsking = useSignal(false);
	const came = useSignal("");
	const { testReport } = store.panel;
	if (testReport === null) return null;
	const send = async () => {
		isAsking.value = false;
		came.value = "sending …";
		came.value = (await store.attempt(() => testReport(id))) ?? "";
	};
	if (isAsking.value)
		return (
			<p>
				Send a test report to destination {id}?{" "}
				<button type="button" onClick={() => void send()}>
					Send the report
				</button>{" "}
				<button
					type="button"
					onClick={() => {
						isAsking.value = false;
					}}
				>
					Do not
				</button>
			</p>
		);
	return (
		<p>
			<button
				type="button"
				onClick={() => {
					isAsking.value = true;
				}}
			>
				Test destination {id}
			</button>{" "}
			<span role="status">{came.value}</span>
		</p>
	);
}
