import type { PanelEvent } from "../../panel/state/event.ts";
import type { PanelState } from "../../panel/state/state.ts";
import type { Clock } from "../../time/clock.ts";
import { MINUTE, SECOND } from "../../time/units.ts";
import {
	heardFrom,
	type InputMemory,
	type InputStep,
	listening,
	silent,
	unheard,
} from "./input-memory.ts";
import { type MqttInput, signReadings, topicsOfInput } from "./sign-reading.ts";

/** Most messages of one topic that wait to be written down. */
const MOST_WAITING = 100;
/** Longest message that is looked at, in octets: a device says how it stands in a few hundred. */
const LONGEST = 64 * 1024;

/** After so long without a broker every device is lost: a restart of the broker is shorter. */
const BROKER_GONE = MINUTE;

export interface InputWatchParts {
	readonly inputs: readonly MqttInput[];
	readonly panel: {
		readonly state: PanelState;
		happens(event: PanelEvent): Promise<unknown>;
	};
	readonly clock: Clock;
	/** Told what could not be written down; what happened has happened all the same. */
	readonly onTrouble: (error: unknown) => void;
}

/** Listens to the devices that speak over MQTT, and lets happen at the panel what they say. */
export class InputWatch {
	/** On which devices speak. */
	readonly topics: readonly string[];
	readonly #parts: InputWatchParts;
	readonly #memories: Map<number, InputMemory>;
	#goneSince: number | null;
	#cancel: () => void = () => {};
	/** What was heard and has not had its turn, by topic. */
	readonly #waiting = new Map<string, string[]>();
	/** One message after the other: each is compared with what the one before led to. */
	#last: Promise<void> = Promise.resolve();

	constructor(parts: InputWatchParts) {
		const now = parts.clock.now();
		this.#parts = parts;
		this.topics = [...new Set(parts.inputs.flatMap(topicsOfInput))];
		this.#memories = new Map(
			parts.inputs.map(({ zone }) => [zone, unheard(now)]),
		);
		this.#goneSince = now;
		this.#askForWake();
	}

	/** The broker is there; its devices speak anew. */
	connected(): void {
		const now = this.#parts.clock.now();
		this.#goneSince = null;
		for (const [zone, memory] of this.#memories)
			this.#memories.set(zone, listening(memory, now));
		this.#askForWake();
	}

	disconnected(): void {
		this.#goneSince ??= this.#parts.clock.now();
		this.#askForWake();
	}

	/**
	 * A message on one of `topics`; resolves when what it says is durable. Of a device
	 * that says more than can be written down the last message is what it comes to.
	 */
	hear(topic: string, octets: Uint8Array): Promise<void> {
		if (octets.length > LONGEST) return this.#last;
		const payload = Buffer.from(octets).toString();
		const waiting = this.#waiting.get(topic) ?? [];
		this.#waiting.set(topic, waiting);
		if (waiting.length >= MOST_WAITING) {
			waiting[waiting.length - 1] = payload;
			return this.#last;
		}
		waiting.push(payload);
		return this.#inTurn(async () => {
			const { inputs, clock, panel } = this.#parts;
			const payload = waiting.shift() ?? "";
			for (const input of inputs)
				for (const reading of signReadings(input, topic, payload))
					await this.#take(input.zone, (memory) =>
						heardFrom(panel.state, input.zone, memory, reading, clock.now()),
					);
			this.#askForWake();
		});
	}

	async close(): Promise<void> {
		this.#cancel();
		this.#cancel = () => {};
		await this.#last;
	}

	async #take(
		zone: number,
		step: (memory: InputMemory) => InputStep,
	): Promise<void> {
		const before = this.#memories.get(zone);
		if (before === undefined) return;
		const { memory, events } = step(before);
		this.#memories.set(zone, memory);
		for (const event of events) await this.#parts.panel.happens(event);
	}

	#inTurn(work: () => Promise<void>): Promise<void> {
		this.#last = this.#last.then(work).catch(this.#parts.onTrouble);
		return this.#last;
	}

	/** Devices that have been silent for too long by now are lost. */
	#lookForSilence(): Promise<void> {
		return this.#inTurn(async () => {
			const { clock, inputs, panel } = this.#parts;
			for (const input of inputs) {
				const due = this.#due(input);
				if (due !== null && due <= clock.now())
					await this.#take(input.zone, (memory) =>
						silent(panel.state, input.zone, memory),
					);
			}
			this.#askForWake();
		});
	}

	/** When a device is lost if it is not heard before; null where it is already, or never. */
	#due({ zone, silence }: MqttInput): number | null {
		const memory = this.#memories.get(zone);
		if (memory === undefined || memory.isSilent) return null;
		const gone =
			this.#goneSince === null ? [] : [this.#goneSince + BROKER_GONE];
		const quiet =
			silence === undefined ? [] : [memory.heardAt + silence * SECOND];
		return earliest([...gone, ...quiet]);
	}

	#askForWake(): void {
		this.#cancel();
		const { clock, inputs } = this.#parts;
		const dues = inputs.flatMap((input) => this.#due(input) ?? []);
		const due = earliest(dues);
		this.#cancel =
			due === null ? () => {} : clock.at(due, () => this.#lookForSilence());
	}
}

function earliest(instants: readonly number[]): number | null {
	return instants.toSorted((a, b) => a - b)[0] ?? null;
}
