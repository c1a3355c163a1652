import { bundled } from "./bundled.ts";

await bundled().waysIn.commandLine();
