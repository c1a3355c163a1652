/** What a command of another maker's panel does. */
export const rowClasses = [
	"asks",
	"sets",
	"arms",
	"disarms",
	"deletes",
] as const;

export type RowClass = (typeof rowClasses)[number];
