import { createPanel, type PanelOptions } from "../../device/create-panel.ts";
import { Pace } from "../../simulation/pace.ts";
import type { Clock } from "../../time/clock.ts";
import { HOUR } from "../../time/units.ts";
import { Problem } from "../problem.ts";
import { type HeldPanel, timeOf } from "./held-panel.ts";

/** How the time of a new panel passes. */
export type WantedTime = "virtual" | "real" | number;

interface Kept {
	readonly held: HeldPanel;
	/** When it was last asked for, in milliseconds of the machine's clock. */
	usedAt: number;
	/** Streams that are read of it. */
	readers: number;
	close(): void;
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
	async make(options: PanelOptions, time: WantedTime): Promise<HeldPanel> {
		this.forgetIdle();
		if (this.kept.size >= MOST_PANELS)
			throw new Problem(
				429,
				"panel/too-many",
				`there are ${MOST_PANELS} panels already; delete those that are done`,
				[],
				{ "Retry-After": "60" },
			);
		return await this.put(crypto.randomUUID(), options, time);
	}

	/** Puts another panel in the place of one; its time passes as that of the old one. */
	async replace(id: string, options: PanelOptions): Promise<HeldPanel> {
		return await this.put(id, options, this.get(id).time.kind);
	}

	/** @throws Problem for an id that there is not */
	get(id: string): HeldPanel {
		return this.used(id).held;
	}

	/**
	 * Keeps a panel while somebody reads a stream of it.
	 * @returns what ends that
	 * @throws Problem for an id that there is not
	 */
	read(id: string): () => void {
		const there = this.used(id);
		there.readers += 1;
		return () => {
			there.readers -= 1;
			there.usedAt = this.clock.now();
		};
	}

	/** @throws Problem for an id that there is not */
	delete(id: string): void {
		this.used(id).close();
		this.kept.delete(id);
	}

	list(): readonly HeldPanel[] {
		this.forgetIdle();
		return [...this.kept.values()].map(({ held }) => held);
	}

	/** Throws all away. */
	close(): void {
		for (const id of [...this.kept.keys()]) this.delete(id);
	}

	private used(id: string): Kept {
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

	private async put(
		id: string,
		options: PanelOptions,
		time: WantedTime,
	): Promise<HeldPanel> {
		const isReal = time === "real";
		const machineTime = isReal ? { now: this.clock.now() } : {};
		const panel = await createPanel({ ...machineTime, ...options });
		const speed = isReal ? 1 : time === "virtual" ? 0 : time;
		const pace = new Pace(panel, this.clock, speed);
		const held: HeldPanel = {
			id,
			panel,
			time: timeOf(pace, isReal),
			pace: isReal ? null : pace,
			channel: panel.channel,
			isThrowaway: true,
			isOpen: true,
			record: (name) => panel.record(name),
			set: null,
		};
		this.kept.get(id)?.close();
		const close = () => pace.close();
		this.kept.set(id, { held, usedAt: this.clock.now(), readers: 0, close });
		return held;
	}

	private forgetIdle(): void {
		const now = this.clock.now();
		for (const [id, { usedAt, readers, close }] of this.kept)
			if (readers === 0 && now - usedAt > IDLE_TIME) {
				close();
				this.kept.delete(id);
			}
	}
}
