// The licence texts of the packages that are in a bundle.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @param {readonly import("esbuild").Metafile[]} metafiles
 * @returns {string} each package with its licence, by name
 */
export function licences(metafiles) {
	const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
	const packages = new Set(
		inputs.flatMap(
			(input) =>
				/^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[0] ?? [],
		),
	);
	return [...packages]
		.sort()
		.map((folder) => {
			const { name, version, license } = JSON.parse(
				readFileSync(join(folder, "package.json"), "utf8"),
			);
			return `${name} ${version} (${license})\n\n${licenceText(folder, name)}`;
		})
		.join(`\n\n${"-".repeat(72)}\n\n`);
}

function licenceText(folder, name) {
	for (const file of [
		"LICENSE",
		"LICENSE.md",
		"LICENSE.txt",
		"license",
		"LICENCE",
	])
		try {
			return readFileSync(join(folder, file), "utf8").trim();
		} catch {}
	return `See the package ${name}.`;
}
