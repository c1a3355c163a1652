import type { Never } from "../../firmware/answer/never-done.ts";

/**
 * What is told with a message that is right by the maker's manual and goes beyond what
 * is simulated: a line for each limit.
 */
export function simulatedRefusals(never: Never | null): readonly string[] {
	return (never?.simulated ?? []).map(
		({ message }) => `the panel that is simulated here refuses it: ${message}`,
	);
}
