type Paint = (text: string) => string;

/** Colours that texts for people are given; each leaves the text alone where there are none. */
export interface Colors {
	readonly dim: Paint;
	readonly green: Paint;
	readonly red: Paint;
	readonly yellow: Paint;
}

const unpainted: Paint = (text) => text;

/** For texts that are shown where there are no colours. */
export const noColors: Colors = {
	dim: unpainted,
	green: unpainted,
	red: unpainted,
	yellow: unpainted,
};
