import stringWidth from "../node_modules/string-width/index.js";

/** string-width, which asks ICU about every character, spared what is plain ASCII. */
export default function asciiWidth(text, options) {
	return /^[ -~]*$/.test(text) ? text.length : stringWidth(text, options);
}
