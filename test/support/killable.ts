/** What can be killed between two steps, as a process is. */
import type { PanelState } from "../../src/panel/state/state.ts";
import type { PanelStore } from "../../src/store/panel-store.ts";
import type { Clock } from "../../src/time/clock.ts";
import type { Transport } from "../../src/transport/transport.ts";

export interface Killable {
	readonly dead: boolean;
	/** Goes on at once; never, once dead. */
	step(): Promise<void>;
	/** What falls shut at the end, in place of what did so far. */
	hold(close: () => void): void;
}

/** @param isLast asked at each step: whether it dies instead of taking it */
export function killable(isLast: () => boolean): Killable {
	let letGo = () => {};
	let dead = false;
	return {
		get dead() {
			return dead;
		},
		async step() {
			if (!dead && isLast()) {
				dead = true;
				letGo();
			}
			if (dead) await never;
		},
		hold(close) {
			letGo = close;
		},
	};
}

const never = new Promise<void>(() => {});

export interface Surroundings {
	readonly clock: Clock;
	open(): Promise<Transport>;
	load(): Promise<PanelState>;
	keep(state: PanelState): Promise<void>;
}

/**
 * The surroundings as a mortal has them: the store takes nothing from the
 * dead, the line falls shut at the end, and the clock wakes nobody then.
 */
export function killableSurroundings(
	body: Killable,
	{ clock, open, load, keep }: Surroundings,
): {
	readonly clock: Clock;
	readonly open: () => Promise<Transport>;
	readonly store: PanelStore;
} {
	return {
		clock: {
			now: () => clock.now(),
			at: (instant, wake) =>
				clock.at(instant, () => (body.dead ? undefined : wake())),
		},
		store: {
			load,
			async save(state) {
				await body.step();
				await keep(state);
				await body.step();
			},
			async close() {},
		},
		async open() {
			await alive(body);
			const line = await open();
			body.hold(() => void line.close());
			return {
				name: line.name,
				bytes: (async function* () {
					for await (const chunk of line.bytes) {
						await alive(body);
						yield chunk;
					}
					await alive(body);
				})(),
				async write(bytes) {
					await body.step();
					await line.write(bytes);
					await body.step();
				},
				close: () => line.close(),
			};
		},
	};
}

async function alive(body: Killable): Promise<void> {
	if (body.dead) await never;
}
