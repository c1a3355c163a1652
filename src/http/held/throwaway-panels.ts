import { createPanel } from "../../device/create-panel.ts";
import { createPanelAtLines } from "../../device/create-panel-at-lines.ts";
import type { WantedLine } from "../../device/line-network.ts";
import type { PanelOptions } from "../../device/panel-options.ts";
import { numberingOf } from "../../firmware/answer/numbering.ts";
import { DiscreetMovedPanel } from "../../simulation/discreet/discreet-panel.ts";
import type { Clock } from "../../time/clock.ts";
import type { HeldPanel, WantedPanel } from "./held-panel.ts";
import {
	type PanelTime,
	realTime,
	timeOf,
	type WantedTime,
} from "./held-time.ts";
import { Pace } from "./pace.ts";
import { Shelf } from "./shelf.ts";

/** Panels at once. (inferred: 47,000 with long logs are what a process holds) */
export const MOST_PANELS = 1000;

type Made = Omit<
	HeldPanel,
	| "id"
	| "wanted"
	| "isThrowaway"
	| "isOpen"
	| "set"
	| "isLive"
	| "measured"
	| "testPhone"
	| "testReport"
> & { readonly close: () => void };

/** The panels that tests make, bounded in number and age. */
export class ThrowawayPanels {
	readonly #clock: Clock;
	readonly #shelf: Shelf<HeldPanel>;

	constructor(clock: Clock) {
		this.#clock = clock;
		this.#shelf = new Shelf({
			clock,
			most: MOST_PANELS,
			what: "panel",
			unknown: "panel/unknown",
			tooMany: "panel/too-many",
		});
	}

	/**
	 * Makes a panel.
	 * @throws Problem where there are too many
	 * @throws RangeError, TypeError and ConfigFileError of `createPanel`
	 */
	async make(wanted: WantedPanel): Promise<HeldPanel> {
		this.#shelf.demandRoom();
		return await this.#put(crypto.randomUUID(), wanted);
	}

	/** Puts another panel in the place of one; its time passes as that of the old one. */
	async replace(held: HeldPanel, options: PanelOptions): Promise<HeldPanel> {
		const { id, time, wanted } = held;
		const lines = wanted?.lines ?? null;
		const showDuress = wanted?.showDuress ?? false;
		const kind = time.kind;
		return await this.#put(id, { options, time: kind, lines, showDuress });
	}

	/** @throws Problem for an id that there is not */
	get(id: string): HeldPanel {
		return this.#shelf.get(id);
	}

	/** Keeps a panel while somebody reads a stream of it; the function ends that. */
	read(id: string): () => void {
		return this.#shelf.read(id);
	}

	/** @throws Problem for an id that there is not */
	delete(id: string): void {
		this.#shelf.delete(id);
	}

	list(): readonly HeldPanel[] {
		return this.#shelf.list();
	}

	/** Throws all away. */
	close(): void {
		this.#shelf.close();
	}

	async #put(id: string, wanted: WantedPanel): Promise<HeldPanel> {
		const { close, ...made } = await (wanted.lines === null
			? this.#alone(wanted)
			: this.#atLines(wanted, wanted.lines));
		const held: HeldPanel = {
			...made,
			id,
			wanted,
			isThrowaway: true,
			isOpen: true,
			set: null,
			isLive: () => false,
			measured: null,
			testPhone: null,
			testReport: null,
		};
		this.#shelf.put(id, held, close);
		return held;
	}

	async #alone({ options, time, showDuress }: WantedPanel): Promise<Made> {
		const isReal = time === "real";
		const machineTime = isReal ? { now: this.#clock.now() } : {};
		const made = await createPanel({ ...machineTime, ...options });
		const panel = showDuress ? made : await discreet(made);
		const pace = new Pace(panel, this.#clock, speedOf(time));
		return {
			panel,
			time: timeOf(pace, isReal),
			pace: isReal ? null : pace,
			channel: made.channel,
			air: null,
			whole: () => made.snapshot(),
			record: (name) => made.record(name, { showDuress }),
			close: () => pace.close(),
		};
	}

	async #atLines(
		{ options, time, showDuress }: WantedPanel,
		lines: readonly WantedLine[],
	): Promise<Made> {
		const real = time === "real" ? this.#clock : null;
		const { panel: made, channel } = await createPanelAtLines(
			options,
			lines,
			real,
			showDuress,
		);
		const panel = showDuress ? made : await discreet(made);
		const pace =
			real === null ? new Pace(panel, this.#clock, speedOf(time)) : null;
		const passing: PanelTime =
			pace === null ? realTime(this.#clock) : timeOf(pace, false);
		return {
			panel,
			pace,
			channel,
			time: passing,
			air: { network: made.air, settle: () => made.settle() },
			whole: () => made.snapshot(),
			record: (name) => made.record(name),
			close: () => {
				pace?.close();
				// Nobody waits for what its programs still say.
				made.close().catch(() => {});
			},
		};
	}
}

async function discreet(
	made: ConstructorParameters<typeof DiscreetMovedPanel>[0],
): Promise<DiscreetMovedPanel> {
	const { country } = made.snapshot().remote;
	return new DiscreetMovedPanel(made, await numberingOf(country));
}

export function speedOf(time: WantedTime): number {
	if (time === "virtual") return 0;
	return time === "real" ? 1 : time;
}
