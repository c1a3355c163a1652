import type { Clock } from "../../time/clock.ts";
import { Problem } from "../problem.ts";
import type { HeldPanel } from "./held-panel.ts";
import { Networks } from "./networks.ts";
import { ThrowawayPanels } from "./throwaway-panels.ts";

/** Id of the panel that this process runs on its file. */
export const HOUSE = "house";

/** Every panel that the API reaches, and every network without one. */
export class Panels {
	readonly throwaway: ThrowawayPanels;
	readonly networks: Networks;
	readonly #house: HeldPanel | null;

	/**
	 * @param clock the machine's
	 * @param house the panel of the file; null where there is none
	 */
	constructor(clock: Clock, house: HeldPanel | null) {
		this.throwaway = new ThrowawayPanels(clock);
		this.networks = new Networks(clock);
		this.#house = house;
	}

	/** @throws Problem for an id that there is not */
	get(id: string): HeldPanel {
		if (id !== HOUSE) return this.throwaway.get(id);
		if (this.#house !== null) return this.#house;
		throw new Problem(404, "panel/unknown", "no panel of a file runs here");
	}

	/**
	 * Keeps a panel while somebody reads a stream of it.
	 * @returns what ends that
	 */
	read(id: string): () => void {
		return id === HOUSE ? () => {} : this.throwaway.read(id);
	}

	/** @throws Problem where the panel guards somebody, or there is none */
	delete(id: string): void {
		throwawayOnly(this.get(id));
		this.throwaway.delete(id);
	}

	/** Throws away all that requests made. */
	close(): void {
		this.throwaway.close();
		this.networks.close();
	}

	list(): readonly HeldPanel[] {
		const house = this.#house === null ? [] : [this.#house];
		return [...house, ...this.throwaway.list()];
	}
}

/** @throws Problem for a panel that guards somebody */
export function throwawayOnly(held: HeldPanel): void {
	if (held.isThrowaway) return;
	throw new Problem(
		403,
		"house/guarded",
		"the panel in the house gives no snapshot, digest or record and cannot be thrown away",
	);
}

/** @throws Problem for a panel to which requests may do nothing */
export function demandControl(held: HeldPanel): void {
	if (held.isOpen) return;
	throw new Problem(
		403,
		"house/guarded",
		"the panel in the house is for reading; --allow-control lets requests text it",
	);
}
