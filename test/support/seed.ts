/** The seed of the properties. */
import fc from "fast-check";

/**
 * CI fixes the seed so that a commit has one verdict; elsewhere each run tries
 * something new, and a failure prints the seed to repeat it with FC_SEED.
 */
const given = process.env.FC_SEED ?? (process.env.CI ? "20260101" : undefined);
if (given !== undefined) fc.configureGlobal({ seed: Number(given) });
