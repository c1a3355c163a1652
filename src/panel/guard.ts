import type { Cause } from "./event.ts";
import { logged } from "./log.ts";
import type { PanelState } from "./state.ts";

/** Senders whose wrong codes are remembered; the one heard of longest ago makes room. */
export const GUARD_CAPACITY = 50;

/** Counts a wrong code that followed a right keyword. */
export function countWrongCode(
	state: PanelState,
	by: Cause,
	now: number,
): PanelState {
	const { wrongCodes } = state.runtime.guard;
	const known = wrongCodes.find(({ from }) => from === by.from);
	const others = wrongCodes.filter((entry) => entry !== known);
	const entry = { from: by.from, count: (known?.count ?? 0) + 1, at: now };
	const guard = {
		...state.runtime.guard,
		wrongCodes: [...others, entry].slice(-GUARD_CAPACITY),
	};
	return logged(
		{ ...state, runtime: { ...state.runtime, guard } },
		now,
		by,
		"wrong-code",
	);
}
