/**
 * string-width, spared what is plain ASCII, as our help is. When it is loaded it
 * makes a segmenter and an expression of all emoji, which takes some 20 ms of a
 * process: `require` has the bundler load it when it is asked for something else.
 */
export default function asciiWidth(text, options) {
	if (/^[ -~]*$/.test(text)) return text.length;
	const full = require("../node_modules/string-width/index.js");
	return full.default(text, options);
}
