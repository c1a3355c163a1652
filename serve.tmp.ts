import { readFileSync } from "node:fs";
import { listen } from "./src/http/server.ts";
import { systemClock } from "./src/time/system-clock.ts";
import { buildPages } from "./scripts/pages.mjs";
import { mkdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
async function main() {
mkdirSync("/tmp/dev/dist", { recursive: true }); await buildPages("/tmp/dev/dist");
for (const f of ["console.html","alarmpanel.html"]) console.log(f, gzipSync(readFileSync("/tmp/dev/dist/"+f)).length);
}
void main();
