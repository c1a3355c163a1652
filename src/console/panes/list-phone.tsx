import { ownerOf } from "../listed-phone.ts";
import type { ConsoleStore } from "../store/console-store.ts";

/** Offers to put the phone that is looked at on the list of people, where it is not there. */
export function ListPhone({ store }: { readonly store: ConsoleStore }) {
	const { listPhone } = store.panel;
	const { state, isPast } = store.shown.value;
	const phone = store.phone.value;
	if (listPhone === null || phone === "" || ownerOf(state, phone)) return null;
	return (
		<p class="list-phone">
			To text plain words:{" "}
			<button
				type="button"
				disabled={isPast}
				onClick={() => void store.attempt(() => listPhone(phone))}
			>
				Put {phone} on the list
			</button>
		</p>
	);
}
