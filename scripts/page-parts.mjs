// What of the packages a page needs not: how they write JSON Schema and YAML, and
// hashes that nothing asks for. It is left out of a page that is one file.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const lodash = fileURLToPath(new URL("page-lodash.mjs", import.meta.url));

/** What is never called in a page; a call would throw. */
const unused =
	/node_modules[\\/](?:yaml[\\/]browser[\\/]dist[\\/]stringify|@noble[\\/]hashes[\\/]sha3\.js)/;

/** Each of its functions makes a method of a schema; that method would throw. */
const methods =
	/node_modules[\\/]zod[\\/]v4[\\/]core[\\/](?:to-json-schema|json-schema-processors)\.js$/;

/** @type {import("esbuild").Plugin} */
export const leftOut = {
	name: "left-out",
	setup({ onResolve, onLoad }) {
		onResolve({ filter: /^lodash-es$/ }, () => ({ path: lodash }));
		onLoad({ filter: unused }, ({ path }) => ({
			contents: `${thrower}\n${exported(path, "leftOut")}`,
		}));
		onLoad({ filter: methods }, ({ path }) => ({
			contents: `${thrower}\n${exported(path, "() => leftOut")}`,
		}));
		// Only a country has a plan of numbers, and a panel in a page has none.
		onResolve({ filter: /^libphonenumber-js\/min$/ }, () => ({
			path: "no-plans",
			namespace: "left-out",
		}));
		onLoad({ filter: /^no-plans$/, namespace: "left-out" }, () => ({
			contents:
				"export const isSupportedCountry = () => false; export const parsePhoneNumberFromString = () => undefined;",
		}));
		// The codes of people are SHA-1.
		onLoad({ filter: /otpauth\.slim\.esm\.js$/ }, ({ path }) => ({
			contents: readFileSync(path, "utf8").replace(
				/import \{[^}]*\} from '@noble\/hashes\/sha2\.js';/,
				"const sha512 = undefined, sha384 = undefined, sha256 = undefined, sha224 = undefined;",
			),
		}));
	},
};

const thrower =
	'const leftOut = () => { throw new Error("left out of the page"); };';

/** The names that a module exports, each with the same value. */
function exported(path, value) {
	const text = readFileSync(path, "utf8");
	const declared = Array.from(
		text.matchAll(/^export (?:const|function|class) (\w+)/gm),
		([, name]) => name,
	);
	const listed = Array.from(
		text.matchAll(/^export \{([^}]*)\};?$/gm),
		([, names]) =>
			names.split(",").map((name) =>
				name
					.trim()
					.split(/\s+as\s+/)
					.at(-1),
			),
	).flat();
	return [...new Set([...declared, ...listed])]
		.filter((name) => name !== "")
		.map((name) => `export const ${name} = ${value};`)
		.join("\n");
}
