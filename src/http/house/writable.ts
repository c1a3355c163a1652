import type { PanelDisk } from "../../store/panel-disk.ts";
import { reasonOf } from "../../store/system-error.ts";
import type { Clock } from "../../time/clock.ts";
import { MINUTE, SECOND } from "../../time/units.ts";

/** Who asks more often is told what was found last: a card wears out by writing. */
const FRESH = MINUTE;
/** A write that takes longer keeps each answer waiting. */
const PATIENCE = 5 * SECOND;
/** So much a change may take, with what else is written meanwhile. */
const LEAST_BYTES = 1024 * 1024;

/** Whether changes at a panel can become durable, as far as its disk tells. */
export class Writable {
	readonly #disk: PanelDisk;
	readonly #clock: Clock;
	#found: { readonly at: number; readonly reasons: readonly string[] } | null =
		null;
	#probing: Promise<readonly string[]> | null = null;
	/** A write has failed, and no probe of the file's length has succeeded since. */
	#isDoubted = false;

	/** @param clock the machine's */
	constructor(disk: PanelDisk, clock: Clock) {
		this.#disk = disk;
		this.#clock = clock;
	}

	/** A write has failed: what was found before holds no more. */
	doubt(): void {
		this.#found = null;
		this.#isDoubted = true;
	}

	/** Why nothing can be written; nothing where it can. */
	async reasons(): Promise<readonly string[]> {
		const now = this.#clock.now();
		const found = this.#found;
		// What hinders is looked at each time: it may have been put right.
		if (found?.reasons.length === 0 && now - found.at < FRESH) return [];
		this.#probing ??= this.#probe().finally(() => {
			this.#probing = null;
		});
		const reasons = await this.#inTime(this.#probing);
		// A write that failed meanwhile is looked into next time.
		if (!this.#isDoubted) this.#found = { at: now, reasons };
		return reasons;
	}

	async #probe(): Promise<readonly string[]> {
		try {
			const isWhole = this.#isDoubted;
			await this.#disk.probe(isWhole);
			if (isWhole) this.#isDoubted = false;
		} catch (error) {
			return [
				`the panel's file cannot be written: ${reasonOf(error)}; no change is confirmed`,
			];
		}
		const room = await this.#disk.room();
		if (room === null || room.bytes >= LEAST_BYTES) return [];
		const left = Math.floor(room.bytes / 1024);
		return [
			`the disk of the panel's file is full: room for ${left} KiB is left`,
		];
	}

	/** A disk that hangs keeps nobody waiting who asks. */
	#inTime(probing: Promise<readonly string[]>): Promise<readonly string[]> {
		return new Promise((resolve) => {
			const cancel = this.#clock.at(this.#clock.now() + PATIENCE, () =>
				resolve([
					`a write of the panel's file takes longer than ${PATIENCE / SECOND} s`,
				]),
			);
			void probing.then((reasons) => {
				cancel();
				resolve(reasons);
			});
		});
	}
}
