import { useSignal } from "@preact/signals";
import type { ConsoleStore } from "../store/console-store.ts";

/** A button that asks before it sends something out of the house, and what came. */
export function WayTest({
	store,
	label,
	question,
	confirm,
	test,
}: {
	readonly store: ConsoleStore;
	/** `Test destination 1` */
	readonly label: string;
	readonly question: string;
	/** `Send the report` */
	readonly confirm: string;
	/** Sends it, and says what came. */
	readonly test: () => Promise<string>;
}) {
	const isAsking = useSignal(false);
	const came = useSignal("");
	const send = async () => {
		isAsking.value = false;
		came.value = "sending …";
		came.value = (await store.attempt(test)) ?? "";
	};
	if (isAsking.value)
		return (
			<p>
				{question}{" "}
				<button type="button" onClick={() => void send()}>
					{confirm}
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
				{label}
			</button>{" "}
			<span role="status">{came.value}</span>
		</p>
	);
}
