import { bundled } from "./bundled.ts";

await bundled().work();
