/** Temporary files lie where memory-disk.ts says: os.tmpdir goes by TMPDIR. */
import { inject } from "vitest";

const folder = inject("temporaryFolder") ?? null;
if (folder !== null) process.env.TMPDIR = folder;
