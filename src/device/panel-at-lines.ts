import type { Model } from "../models/model.ts";
import { changes } from "../panel/state/changes.ts";
import type { PanelState } from "../panel/state/state.ts";
import { instantAfter } from "../simulation/instant-after.ts";
import type {
	Answered,
	PanelClock,
	PanelHandle,
	Passed,
	Stepped,
} from "../simulation/panel-handle.ts";
import type { RecordedSession } from "../simulation/simulated-panel.ts";
import { memoryStore } from "../store/memory-store.ts";
import type { Clock } from "../time/clock.ts";
import { immediately } from "../time/immediately.ts";
import { DAY } from "../time/units.ts";
import type { StillClock } from "../time/virtual-clock.ts";
import { DevicePanel } from "./device-panel.ts";
import type { LineNetwork } from "./line-network.ts";
import { type Panel, startPanel } from "./panel.ts";
import { connectModem, type PanelAtModem } from "./panel-at-modem.ts";

/** Its modem asks the network every so often, so time passes in many small steps. */
const LONGEST_ADVANCE = 31 * DAY;

export interface PanelAtLinesParts {
	readonly model: Model;
	readonly state: PanelState;
	readonly number: string;
	readonly air: LineNetwork;
	/** Null where its time is real. */
	readonly still: StillClock | null;
	readonly clock: Clock;
	/** Whether duress and silent alarms are recorded; or whoever reads it says so. */
	readonly showDuress: boolean | "either";
}

/** A panel in memory, at a virtual modem on a network with other lines. */
export class PanelAtLines implements PanelHandle {
	readonly air: LineNetwork;
	readonly clock: PanelClock;
	readonly #panel: Panel;
	readonly #handle: DevicePanel;
	/** Whose record has no duress in it; the same where that is known before. */
	readonly #discreet: DevicePanel;
	readonly #modem: PanelAtModem;
	readonly #still: StillClock | null;

	private constructor(
		{ air, still, clock, showDuress }: PanelAtLinesParts,
		panel: Panel,
		modem: PanelAtModem,
	) {
		this.air = air;
		this.#panel = panel;
		this.#handle = new DevicePanel(panel, clock, {
			recorded: true,
			showDuress: showDuress !== false,
		});
		this.#discreet =
			showDuress === "either"
				? new DevicePanel(panel, clock, { recorded: true, showDuress: false })
				: this.#handle;
		this.#modem = modem;
		this.#still = still;
		this.clock =
			still === null
				? this.#handle.clock
				: {
						kind: "virtual",
						get now() {
							return new Date(still.now());
						},
						advance: (until) => this.advance(until),
					};
	}

	static async start(parts: PanelAtLinesParts): Promise<PanelAtLines> {
		const { model, state, number, air, clock } = parts;
		const panel = await startPanel({
			model,
			number,
			clock,
			store: memoryStore(state),
			onTrouble: () => {},
		});
		const modem = connectModem(panel, {
			open: async () => air.connect(number),
			clock,
			onModem: () => {},
			onMail: () => {},
		});
		const made = new PanelAtLines(parts, panel, modem);
		await made.settle();
		return made;
	}

	get model(): string {
		return this.#handle.model;
	}

	get number(): string {
		return this.#handle.number;
	}

	get activity() {
		return this.#handle.activity;
	}

	get phones() {
		return this.#handle.phones;
	}

	get now(): Date {
		return this.clock.now;
	}

	/** When something happens by itself next. */
	get next(): Date | null {
		const next = this.#still?.next ?? null;
		return next === null ? null : new Date(next);
	}

	async text(
		text: string,
		options?: { readonly from?: string },
	): Promise<Answered> {
		const answered = await this.#handle.text(text, options);
		await this.settle();
		return answered;
	}

	async step(step: string): Promise<Stepped> {
		const stepped = await this.#handle.step(step);
		await this.settle();
		return stepped;
	}

	/** @throws RangeError where its time is real, or for more than 31 days */
	async advance(until: string | number | Date): Promise<Passed> {
		const still = this.#still;
		if (still === null) throw new RangeError("advance: its time is real");
		const end = instantAfter(still.now(), until);
		if (end - still.now() > LONGEST_ADVANCE)
			throw new RangeError("advance: at most 31d where there are lines");
		const before = this.#panel.state;
		const first = this.activity.next;
		for (;;) {
			const { next } = still;
			await still.advanceTo(next === null ? end : Math.min(next, end));
			await this.settle();
			if (still.now() >= end) break;
		}
		return {
			changes: changes(before, this.#panel.state),
			sent: this.activity
				.from(first)
				.flatMap((each) =>
					each.type === "sent" && each.outcome === "sent"
						? [{ to: each.to, text: each.text }]
						: [],
				),
		};
	}

	/** Lets modems and programs say to each other all that they have to say now. */
	async settle(): Promise<void> {
		const still = this.#still;
		if (still === null) return;
		await settled(still, () => this.air.trace.passed + this.activity.next);
	}

	snapshot(): PanelState {
		return this.#handle.snapshot();
	}

	status() {
		return this.#handle.status();
	}

	digest(id?: string): string {
		return this.#handle.digest(id);
	}

	/** @param showDuress where it was not said when the panel was made */
	record(id: string, showDuress = true): RecordedSession {
		return (showDuress ? this.#handle : this.#discreet).record(id);
	}

	async close(): Promise<void> {
		await this.#modem.disconnect();
		await this.#panel.close();
		await this.air.close();
	}
}

/** Turns of the process without news after which all is said. */
const QUIET = 5;
/** An endless talk at one instant ends here. */
const MOST_TURNS = 5000;

/**
 * Lets everything happen that happens at this instant of a clock that stands still.
 * @param count goes up with everything that happens
 */
export async function settled(
	clock: StillClock,
	count: () => number,
): Promise<void> {
	let quiet = 0;
	for (let turns = 0; quiet < QUIET && turns < MOST_TURNS; turns += 1) {
		const before = count();
		await clock.advanceTo(clock.now());
		await immediately();
		quiet = count() === before ? quiet + 1 : 0;
	}
}
