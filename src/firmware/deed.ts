import type { PanelEvent } from "../panel/event.ts";
import type { Response } from "./response.ts";

/**
 * Something that came to the panel, and what it made of it, once that is
 * durable. Whoever is told of all of them can tell the whole story again. `at`
 * is in milliseconds since 1970-01-01T00:00:00Z.
 */
export type Deed =
	| {
			readonly type: "text";
			readonly at: number;
			readonly from: string;
			readonly text: string;
			/** The sender is a name, and is not answered. */
			readonly named: boolean;
			readonly response: Response;
	  }
	| { readonly type: "event"; readonly at: number; readonly event: PanelEvent };
