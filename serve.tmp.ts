import { readFileSync, mkdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { listen } from "./src/http/server.ts";
import { systemClock } from "./src/time/system-clock.ts";
import { keepAlive } from "./src/time/keep-alive.ts";
import { buildPages } from "./scripts/pages.mjs";
async function main() {
mkdirSync("/tmp/dev/dist", { recursive: true }); await buildPages("/tmp/dev/dist");
for (const f of ["console.html","alarmpanel.html"]) console.log(f, gzipSync(readFileSync("/tmp/dev/dist/"+f)).length);
keepAlive();
const s = await listen({ host: "127.0.0.1", port: 8099, clock: systemClock, page: readFileSync("/tmp/dev/dist/console.html","utf8") });
console.log(s.address);
}
void main();
