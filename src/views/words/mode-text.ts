import type { PanelStatus } from "../../panel/status.ts";

/** The mode in words: `armed home 2`, `arming away: the exit delay runs`. */
export function modeText({
	mode,
	into,
	home,
}: Pick<PanelStatus, "mode" | "into" | "home">): string {
	const name = (of: string) =>
		of === "home" && home > 1 ? `home ${home}` : of;
	if (mode === "disarm") return "disarmed";
	return mode === "arming" && into !== null
		? `arming ${name(into)}: the exit delay runs`
		: `armed ${name(mode)}`;
}
