import { createPanel, type PanelOptions } from "../device/create-panel.ts";
import type { SimulatedPanel } from "../simulation/simulated-panel.ts";
import type { Clock } from "../time/clock.ts";
import { HOUR } from "../time/units.ts";
import { Problem } from "./problem.ts";

/** A panel that somebody made over HTTP. */
export interface ThrowawayPanel {
	/** Not to be guessed. */
	readonly id: string;
	readonly panel: SimulatedPanel;
	/** Whether a network of its own lies between it and its phones. */
	readonly hasChannel: boolean;
}

interface Kept extends ThrowawayPanel {
	/** When it was last asked for, in milliseconds of the machine's clock. */
	usedAt: number;
}

/** Panels at once. (inferred: 47,000 with long logs are what a process holds) */
export const MOST_PANELS = 1000;
/** A panel that nobody asks for is forgotten after this time. */
export const IDLE_TIME = HOUR;

/** The panels that tests make, bounded in number and age. */
export class ThrowawayPanels {
	private readonly kept = new Map<string, Kept>();
	private readonly clock: Clock;

	constructor(clock: Clock) {
		this.clock = clock;
	}

	/**
	 * Makes a panel.
	 * @throws Problem where there are too many
	 * @throws RangeError, TypeError and ConfigFileError of `createPanel`
	 */
	async make(options: PanelOptions): Promise<ThrowawayPanel> {
		this.forgetIdle();
		if (this.kept.size >= MOST_PANELS)
			throw new Problem(
				429,
				"panel/too-many",
				`there are ${MOST_PANELS} panels already; delete those that are done`,
				[],
				{ "Retry-After": "60" },
			);
		return await this.put(crypto.randomUUID(), options);
	}

	/** Puts another panel in the place of one. */
	async replace(id: string, options: PanelOptions): Promise<ThrowawayPanel> {
		this.get(id);
		return await this.put(id, options);
	}

	/** @throws Problem for an id that there is not */
	get(id: string): ThrowawayPanel {
		this.forgetIdle();
		const there = this.kept.get(id);
		if (there === undefined)
			throw new Problem(
				404,
				"panel/unknown",
				"there is no such panel, or nobody asked for it for an hour",
			);
		there.usedAt = this.clock.now();
		return there;
	}

	/** @throws Problem for an id that there is not */
	delete(id: string): void {
		this.get(id);
		this.kept.delete(id);
	}

	list(): readonly ThrowawayPanel[] {
		this.forgetIdle();
		return [...this.kept.values()];
	}

	private async put(
		id: string,
		options: PanelOptions,
	): Promise<ThrowawayPanel> {
		const panel = await createPanel(options);
		const hasChannel = options.channel !== undefined;
		const kept = { id, panel, hasChannel, usedAt: this.clock.now() };
		this.kept.set(id, kept);
		return kept;
	}

	private forgetIdle(): void {
		const now = this.clock.now();
		for (const [id, { usedAt }] of this.kept)
			if (now - usedAt > IDLE_TIME) this.kept.delete(id);
	}
}
