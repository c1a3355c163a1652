import type { Model } from "../models/model.ts";
import type { PanelState } from "../panel/state.ts";
import { factoryCredentials } from "./factory-credentials.ts";

/** Something that the panel accepts and its owner should know. */
export interface Finding {
	/** A warning can be acted upon; a note cannot, in this version. */
	readonly level: "warning" | "note";
	readonly path: string;
	readonly message: string;
}

/** What is unwise about a configuration that fits. */
export function findings(model: Model, state: PanelState): readonly Finding[] {
	const factory = factoryCredentials(model, state);
	return [
		...(factory === ""
			? []
			: [{ level: "warning", path: "credentials", message: factory } as const]),
		{
			level: "note",
			path: "runtime.guard",
			message:
				"wrong codes are counted, but lock nobody out in the installer language: no manual states a lockout",
		},
	];
}
