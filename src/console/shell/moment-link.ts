import { effect, type Signal } from "@preact/signals";

/** The part of the address behind `#` that names a moment, by the id of its activity. */
const NAME = "moment";

/**
 * Keeps the moment that is looked at in the address, so that it can be sent to
 * somebody, and goes where an address leads.
 * @returns what ends it
 */
export function followFragment(moment: Signal<number | null>): () => void {
	const read = () => {
		moment.value = momentIn(location.hash);
	};
	read();
	addEventListener("hashchange", read);
	const end = effect(() => {
		const wanted = moment.value;
		if (wanted === momentIn(location.hash)) return;
		history.replaceState(null, "", `#${fragmentWith(location.hash, wanted)}`);
	});
	return () => {
		removeEventListener("hashchange", read);
		end();
	};
}

function momentIn(hash: string): number | null {
	const text = new URLSearchParams(hash.slice(1)).get(NAME);
	return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** Other parts of the fragment stay. */
function fragmentWith(hash: string, moment: number | null): string {
	const parts = new URLSearchParams(hash.slice(1));
	if (moment === null) parts.delete(NAME);
	else parts.set(NAME, String(moment));
	return parts.toString();
}
