import { effect, type Signal } from "@preact/signals";

/** The part of the address behind `#` that names a moment, by the id of its activity. */
const MOMENT = /^moment=(\d{1,15})$/;

/**
 * Keeps the moment that is looked at in the address, so that it can be sent to
 * somebody, and goes where an address leads. Other parts of the address stay.
 * @returns what ends it
 */
export function followAddress(moment: Signal<number | null>): () => void {
	const read = () => {
		moment.value = momentIn(location.hash);
	};
	read();
	addEventListener("hashchange", read);
	const end = effect(() => {
		const wanted = moment.value;
		if (wanted === momentIn(location.hash)) return;
		history.replaceState(null, "", `#${addressWith(location.hash, wanted)}`);
	});
	return () => {
		removeEventListener("hashchange", read);
		end();
	};
}

function partsOf(hash: string): readonly string[] {
	return hash.slice(1).split("&");
}

function momentIn(hash: string): number | null {
	for (const part of partsOf(hash)) {
		const [, id] = MOMENT.exec(part) ?? [];
		if (id !== undefined) return Number(id);
	}
	return null;
}

function addressWith(hash: string, moment: number | null): string {
	const others = partsOf(hash).filter((part) => !MOMENT.test(part));
	const all = moment === null ? others : [...others, `moment=${moment}`];
	return all.filter((part, at) => at === 0 || part !== "").join("&");
}
