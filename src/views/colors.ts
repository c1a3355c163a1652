type Paint = (text: string) => string;

/** Colours that texts for people are given; each leaves the text alone where there are none. */
export interface Colors {
	readonly dim: Paint;
	readonly green: Paint;
	readonly red: Paint;
	readonly yellow: Paint;
}
