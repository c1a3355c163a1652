import { DAY, MINUTE } from "../../time/units.ts";
import type { Cause } from "../state/event.ts";
import type { TestTry } from "../state/runtime.ts";
import { type PanelState, withRuntime } from "../state/state.ts";

/** Most tests of ways out in a day that are made over MQTT: each text costs. */
export const TESTS_A_DAY = 10;

/** A way out that is tested: a destination, or a person's phone. */
export type TestedWay = Pick<TestTry, "way" | "id">;

/** Whether a way was tested within the last minute. */
export function wasTested(
	{ runtime }: PanelState,
	{ way, id }: TestedWay,
	now: number,
): boolean {
	return runtime.guard.tests.some(
		(test) =>
			test.way === way &&
			test.id === id &&
			now - MINUTE < test.at &&
			test.at <= now,
	);
}

/** When a test may be made over MQTT again; null where one may be made now. */
export function mqttTestsAgain(
	{ runtime }: PanelState,
	now: number,
): number | null {
	const [oldest, ...others] = runtime.guard.tests.filter(
		(test) => test.mqtt && now - DAY < test.at && test.at <= now,
	);
	return oldest !== undefined && others.length + 1 >= TESTS_A_DAY
		? oldest.at + DAY
		: null;
}

/** Counts a test. Nothing else pushes it out: the log, which is of one size, forgets. */
export function testCounted(
	state: PanelState,
	{ way, id }: TestedWay,
	by: Cause,
	now: number,
): PanelState {
	const { guard } = state.runtime;
	const kept = guard.tests.filter(
		(test) => now - test.at < (test.mqtt ? DAY : MINUTE),
	);
	const test = { way, id, at: now, mqtt: by.via === "mqtt" };
	return withRuntime(state, {
		...state.runtime,
		guard: { ...guard, tests: [...kept, test] },
	});
}
