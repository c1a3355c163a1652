import { openLines } from "../../device/create-panel-at-lines.ts";
import type { WantedLine } from "../../device/line-network.ts";
import { settled } from "../../device/panel-at-lines.ts";
import { rulesOf } from "../../device/panel-beginning.ts";
import { simulatedChannel } from "../../device/simulated-channel.ts";
import { usualAirTime } from "../../network/network.ts";
import { instantAfter } from "../../simulation/instant-after.ts";
import type { SimulatedChannel } from "../../simulation/simulated-panel.ts";
import type { Clock } from "../../time/clock.ts";
import { type StillClock, virtualClock } from "../../time/virtual-clock.ts";
import type { HeldAir } from "./held-panel.ts";
import {
	type PanelTime,
	realTime,
	timeOf,
	type WantedTime,
} from "./held-time.ts";
import { Pace } from "./pace.ts";
import { Shelf } from "./shelf.ts";
import { speedOf } from "./throwaway-panels.ts";

/** Networks at once. */
const MOST_NETWORKS = 200;

export interface WantedNetwork {
	readonly lines: readonly WantedLine[];
	readonly channel: readonly string[];
	readonly seed: number;
	readonly time: WantedTime;
	/** Milliseconds since 1970-01-01T00:00:00Z, where its time is not real. */
	readonly now: number;
}

/** A phone network without a panel, that somebody made over HTTP. */
export interface HeldNetwork {
	/** Not to be guessed. */
	readonly id: string;
	readonly air: HeldAir;
	readonly time: PanelTime;
	readonly pace: Pace | null;
	readonly channel: SimulatedChannel;
	readonly now: Date;
}

/** The networks that tests make, bounded in number and age. */
export class Networks {
	readonly #clock: Clock;
	readonly #shelf: Shelf<HeldNetwork>;

	constructor(clock: Clock) {
		this.#clock = clock;
		this.#shelf = new Shelf({
			clock,
			most: MOST_NETWORKS,
			what: "network",
			unknown: "network/unknown",
			tooMany: "network/too-many",
		});
	}

	/**
	 * Makes a network.
	 * @throws Problem where there are too many
	 * @throws RangeError for a rule that is none, and a line that cannot be opened
	 */
	async make(wanted: WantedNetwork): Promise<HeldNetwork> {
		this.#shelf.demandRoom();
		const { lines, channel, seed, time } = wanted;
		const isReal = time === "real";
		const still = virtualClock(wanted.now);
		const clock = isReal ? this.#clock : still;
		const network = await openLines({
			clock,
			lines,
			seed,
			rules: rulesOf(channel),
			airTime: isReal ? usualAirTime : 0,
		});
		const settle = isReal
			? async () => {}
			: () => settled(still, () => network.trace.passed);
		const pace = isReal
			? null
			: new Pace(stillTime(still, settle), this.#clock, speedOf(time));
		const held: HeldNetwork = {
			id: crypto.randomUUID(),
			air: { network, settle },
			time: pace === null ? realTime(this.#clock) : timeOf(pace, false),
			pace,
			channel: simulatedChannel(channel, seed, (others) =>
				network.channel.replace(others),
			),
			get now() {
				return new Date(clock.now());
			},
		};
		await settle();
		this.#shelf.put(held.id, held, () => {
			pace?.close();
			network.close().catch(() => {});
		});
		return held;
	}

	/** @throws Problem for an id that there is not */
	get(id: string): HeldNetwork {
		return this.#shelf.get(id);
	}

	/** @throws Problem for an id that there is not */
	delete(id: string): void {
		this.#shelf.delete(id);
	}

	list(): readonly HeldNetwork[] {
		return this.#shelf.list();
	}

	/** Throws all away. */
	close(): void {
		this.#shelf.close();
	}
}

/** What a pace moves, where there is no panel. */
function stillTime(still: StillClock, settle: () => Promise<void>) {
	return {
		get now() {
			return new Date(still.now());
		},
		get next() {
			return still.next === null ? null : new Date(still.next);
		},
		async advance(until: string | number | Date) {
			const end = instantAfter(still.now(), until);
			while (still.now() < end) {
				await still.advanceTo(Math.min(still.next ?? end, end));
				await settle();
			}
			return { changes: [], sent: [] };
		},
	};
}
