import { DEFAULT_NUMBER, DEFAULT_PHONE } from "./device/default-numbers.ts";
import type { ExchangeReport } from "./device/exchange-report.ts";
import { startPanel } from "./device/panel.ts";
import { reportOn } from "./device/report-on.ts";
import { modelNamed, models } from "./models/models.ts";
import { factoryState, type PanelState } from "./panel/state.ts";
import { memoryStore } from "./store/memory-store.ts";
import { durationOf } from "./time/duration.ts";
import { virtualClock } from "./time/virtual-clock.ts";

export type { Diagnostic } from "../grammar/diagnostic.ts";
export type { ExchangeReport } from "./device/exchange-report.ts";
export type { Change } from "./panel/changes.ts";
export type { PanelState } from "./panel/state.ts";

export interface PanelOptions {
	/** Name of a model; the default is `vst-2752`. */
	readonly model?: string;
	/** Where it starts; the default is a panel fresh from the factory. */
	readonly snapshot?: PanelState;
	/** Its time at the start, in milliseconds since 1970-01-01T00:00:00Z; the default is 2026-01-01. */
	readonly start?: number;
	/** Its own number; the default is `+15550100`. */
	readonly number?: string;
}

/** A panel in virtual time: nothing happens to it but what its holder does. */
export interface SimulatedPanel {
	/**
	 * Texts the panel.
	 * @param from the sender's number; the default is `+15550101`
	 */
	text(text: string, from?: string): Promise<ExchangeReport>;
	/**
	 * Lets time pass: `"30s"`, `"1h 30m"`, or milliseconds.
	 * @throws RangeError for a text that is no length of time
	 */
	advance(duration: string | number): Promise<void>;
	/** Everything that it remembers, as plain data; it starts another panel. */
	snapshot(): PanelState;
}

/**
 * Makes a panel for a test.
 * @throws RangeError for a model that there is not
 */
export async function createPanel({
	model: modelName,
	snapshot,
	start = Date.UTC(2026, 0, 1),
	number = DEFAULT_NUMBER,
}: PanelOptions = {}): Promise<SimulatedPanel> {
	const wanted = modelName ?? snapshot?.model ?? models[0].name;
	const model = modelNamed(wanted);
	if (model === undefined)
		throw new RangeError(
			`there is no model ${wanted}; there are ${models.map(({ name }) => name).join(", ")}`,
		);
	const clock = virtualClock(start);
	const panel = await startPanel({
		model,
		number,
		clock,
		store: memoryStore(snapshot ?? factoryState(model.name, model.sections)),
		onTrouble: (error) => {
			throw error;
		},
	});
	return {
		text: async (text, from = DEFAULT_PHONE) =>
			reportOn(await panel.text({ from, text }), true),
		async advance(duration) {
			const wait =
				typeof duration === "number" ? duration : durationOf(duration);
			if (wait === null)
				throw new RangeError(
					`no length of time: ${duration}; write 30s or 1h 30m`,
				);
			await clock.advanceTo(clock.now() + wait);
		},
		snapshot: () => panel.state,
	};
}
