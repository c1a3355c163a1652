import { effect } from "@preact/signals";
import { thisMachine } from "../../time/machine.ts";
import type { ConsoleStore } from "./console-store.ts";

/** Milliseconds between two looks at a clock that runs. */
const LOOK_EVERY = 250;

/**
 * Reads the panel's clock again and again while its time passes.
 * @returns what ends it
 */
export function watchClock(store: ConsoleStore): () => void {
	let cancel = () => {};
	const look = () => {
		store.tick();
		cancel = thisMachine.after(LOOK_EVERY, look);
	};
	const end = effect(() => {
		cancel();
		if (store.panel.speed.value > 0)
			cancel = thisMachine.after(LOOK_EVERY, look);
	});
	return () => {
		end();
		cancel();
	};
}
