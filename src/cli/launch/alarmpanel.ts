import { bundled, cacheFor } from "./bundled.ts";

await bundled(cacheFor(process.argv[2])).commandLine();
