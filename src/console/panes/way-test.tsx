import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { takeFocus } from "../elements/take-focus.ts";
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
	const id = useId();
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
				<span id={id}>{question}</span>{" "}
				<button type="button" onClick={() => void send()}>
					{confirm}
				</button>{" "}
				<button
					type="button"
					// A key that is held down must not say yes.
					ref={takeFocus}
					aria-describedby={id}
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
