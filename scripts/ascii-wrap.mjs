/**
 * wrap-ansi, spared what is plain ASCII and fits, as most cells of our help do. With
 * all of them V8 finds it worth compiling, and the end of the process waits for that.
 */
export default function asciiWrap(text, columns, options) {
	const isPlain = /^(?:[!-~](?:[ -~]*[!-~])?)?$/.test(text);
	if (isPlain && text.length <= columns) return text;
	const full = require("../node_modules/wrap-ansi/index.js");
	return full.default(text, columns, options);
}
