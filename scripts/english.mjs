import { format } from "node:util";
import { y18n } from "../node_modules/y18n/build/lib/index.js";

/**
 * The words of yargs, which are English in its code. By itself it looks for others
 * in a folder of its package; from within a bundle that is a folder of strangers.
 */
export default function english(options) {
	const file = (...parts) => parts.join("/");
	return y18n(options, { fs: {}, format, resolve: file, exists: () => false });
}
