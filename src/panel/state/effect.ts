/**
 * What a transition asks the world to do. The firmware does it once the new state
 * is durable.
 */
export type Effect =
	/** The panel beeps so that it can be found. */
	| { readonly type: "scream" }
	/** Its position is asked for. */
	| { readonly type: "locate" }
	/** Its cellular module starts anew. */
	| { readonly type: "reset-module" }
	/** It tests itself. */
	| { readonly type: "test" }
	/** The siren starts or stops. */
	| { readonly type: "siren"; readonly on: boolean }
	/** A door chimes. */
	| { readonly type: "chime"; readonly zone: number }
	/** The keypad beeps, because it refuses. */
	| { readonly type: "beep"; readonly times: number };
