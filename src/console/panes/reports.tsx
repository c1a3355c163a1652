import { shown } from "../../../grammar/message/terminal-text.ts";
import { withoutAccounts } from "../../derive/secrets.ts";
import { localTime } from "../../views/words/local-time.ts";
import type { ConsoleStore } from "../store/console-store.ts";
import { WayTest } from "./way-test.tsx";

/** Whether the panel reports, and a test of each way. */
export function Reports({ store }: { readonly store: ConsoleStore }) {
	const { isPast, state } = store.shown.value;
	const { onTest, clock } = store.status.value;
	const { destinations } = state.reporting;
	const { testReport } = store.panel;
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
			{testReport === null
				? null
				: destinations.map(({ id, url }) => (
						<WayTest
							key={id}
							store={store}
							label={`Test destination ${id}`}
							question={`Send a test report to destination ${id}, ${shown(withoutAccounts(url))}? Where it goes by SMS, it costs one.`}
							confirm="Send the report"
							test={() => testReport(id)}
						/>
					))}
		</fieldset>
	);
}
