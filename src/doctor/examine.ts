import { messageOf } from "../error-message.ts";
import { wait } from "../time/wait.ts";
import { type CheckGroup, type DoctorFinding, fault } from "./finding.ts";
import type { DoctorWorld } from "./world.ts";

/** Milliseconds that one check may take, and all of them. */
const CHECK_PATIENCE = 3000;
const PATIENCE = 10_000;

/**
 * Runs groups of checks side by side, each check for 3 seconds at most and all of
 * them for 10. What takes longer is a fault. Total.
 * @returns the findings in the order of the groups
 */
export async function examine(
	groups: readonly CheckGroup[],
	world: DoctorWorld,
): Promise<readonly DoctorFinding[]> {
	const over = world.clock.now() + PATIENCE;
	const found = await Promise.all(
		groups.map((group) => findingsOf(group, world, over)),
	);
	return found.flat();
}

async function findingsOf(
	{ name, check }: CheckGroup,
	world: DoctorWorld,
	over: number,
): Promise<readonly DoctorFinding[]> {
	const found: DoctorFinding[] = [];
	const { clock } = world;
	const checks = check(world)[Symbol.asyncIterator]();
	for (;;) {
		const left = Math.min(CHECK_PATIENCE, over - clock.now());
		const late = new AbortController();
		try {
			const next = await Promise.race([
				checks.next(),
				wait(clock, left, late.signal).then(() => null),
			]);
			if (next === null) {
				// What it holds, a modem's line, is let go when it comes to its end.
				void checks.return?.().then(undefined, () => {});
				return [...found, tooLate(name, left)];
			}
			if (next.done === true) return found;
			found.push(next.value);
		} catch (error) {
			return [...found, broken(name, error)];
		} finally {
			late.abort();
		}
	}
}

function tooLate(name: string, patience: number): DoctorFinding {
	return fault(
		`${name}/time`,
		`the next check did not end within ${patience / 1000} s, and those behind it were left out`,
		"run the doctor again; if it stays so, this part of the machine hangs",
	);
}

function broken(name: string, error: unknown): DoctorFinding {
	return fault(
		`${name}/error`,
		`it cannot be checked: ${messageOf(error)}`,
		"mend that, then run the doctor again",
	);
}
