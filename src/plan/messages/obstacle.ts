/** Why no message of a plan makes a setting what it is to be. */
export interface Obstacle {
	readonly code: ObstacleCode;
	/** Half a sentence: `no message of cr200 sets it`. */
	readonly why: string;
	/** Where it is done instead, or with what: `at the panel`, `--with inferred`. */
	readonly where: string;
}

/** From the nearest to a message to the farthest from one. */
export const obstacleCodes = [
	"allow",
	"refused",
	"unnamed",
	"effect",
	"reading",
	"provenance",
	"value",
	"unknown",
	"no-message",
] as const;

export type ObstacleCode = (typeof obstacleCodes)[number];

/** Of two obstacles the one that is easier to overcome. */
export function nearer(a: Obstacle | undefined, b: Obstacle): Obstacle {
	return a === undefined ||
		obstacleCodes.indexOf(b.code) < obstacleCodes.indexOf(a.code)
		? b
		: a;
}

/** Where a person does what no message does. */
export const AT_THE_PANEL = "at the panel";
