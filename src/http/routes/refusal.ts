import { pathFault } from "../../conversation/claim.ts";
import type { HeldPanel } from "../held/held-panel.ts";
import { Problem, type ProblemBody } from "../problem.ts";

/** What the panel says against a request is the caller's, not ours. */
export async function unless<T>(
	code: ProblemBody["code"],
	work: () => T | Promise<T>,
): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Problem) throw error;
		if (
			error instanceof RangeError ||
			error instanceof TypeError ||
			(error instanceof Error && error.name === "ConfigFileError")
		)
			throw new Problem(422, code, error.message);
		throw error;
	}
}

/** @throws Problem for a path that leads nowhere in what the panel remembers */
export function demandPath({ panel }: HeldPanel, path: string): void {
	const fault = pathFault(panel.snapshot(), path);
	if (fault !== null) throw new Problem(422, "body/wrong", fault);
}
