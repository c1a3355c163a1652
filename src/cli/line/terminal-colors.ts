import { createColors } from "picocolors";

/** Colours of one stream: on a terminal only, NO_COLOR and FORCE_COLOR obeyed. */
function colorsOf(stream: { readonly isTTY?: boolean }) {
	const { NO_COLOR, FORCE_COLOR } = process.env;
	if (NO_COLOR) return createColors(false);
	if (FORCE_COLOR !== undefined) return createColors(FORCE_COLOR !== "0");
	return createColors(stream.isTTY === true);
}

export const outputColors = colorsOf(process.stdout);
export const errorColors = colorsOf(process.stderr);
