// Bundles the command line, the library and the pages into dist/, with types, the
// licences of what is bundled, and V8's code cache. The bundle and the cache are what makes
// the command start fast.
import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { bundle, keepCodeCache } from "./bundle.mjs";
import { licences } from "./licences.mjs";
import { buildPages } from "./pages.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
rmSync("dist", { recursive: true, force: true });

const metafiles = [...(await bundle("dist")), ...(await buildPages("dist"))];

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
