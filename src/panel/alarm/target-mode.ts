import { modeOfParts, type WantedMode } from "../state/fields/modes.ts";
import type { Runtime } from "../state/runtime.ts";

/** The mode that the panel is in or, while it arms, the one that it enters. */
export function target(runtime: Runtime): "disarm" | "home" | "away" {
	if (runtime.mode !== "arming") return runtime.mode;
	return runtime.into ?? "disarm";
}

/** The same by its full name. */
export function targetMode(runtime: Runtime): WantedMode {
	const into = target(runtime);
	return into === "disarm"
		? "disarm"
		: modeOfParts({ into, home: runtime.home });
}
