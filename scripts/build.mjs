// Bundles the command line and the library into dist/, with their types, the licences
// of what is bundled, and V8's code cache. The bundle and the cache are what makes
// the command start fast.
import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { bundle, keepCodeCache } from "./bundle.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
rmSync("dist", { recursive: true, force: true });

const metafiles = await bundle("dist");

const command = "dist/alarmpanel.js";
writeFileSync(command, `#!/usr/bin/env node\n${readFileSync(command, "utf8")}`);
chmodSync(command, 0o755);
writeFileSync("dist/THIRD-PARTY-LICENSES.txt", licences(metafiles));

keepCodeCache("dist");

const tsc = join("node_modules", "typescript", "bin", "tsc");
const types = spawnSync(process.execPath, [tsc, "-p", "tsconfig.types.json"], {
	stdio: ["ignore", 2, 2],
});
if (types.status !== 0) process.exit(types.status ?? 1);
// Its time tells `npm start` whether this build is still good.
writeFileSync("dist/built", "");

/** The licence texts of the packages that are in the bundle. */
function licences(metafiles) {
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
			return `${name} ${version} (${license})\n\n${licenceText(folder)}`;
		})
		.join(`\n\n${"-".repeat(72)}\n\n`);
}

function licenceText(folder) {
	for (const name of [
		"LICENSE",
		"LICENSE.md",
		"LICENSE.txt",
		"license",
		"LICENCE",
	])
		try {
			return readFileSync(join(folder, name), "utf8").trim();
		} catch {}
	return `See the package ${dirname(folder)}.`;
}
