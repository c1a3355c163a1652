/**
 * Where a command or a behaviour comes from: printed for this model, printed
 * for another model of this maker with the same message shape, our reading, or
 * ours altogether.
 */
export type Provenance = "manual" | "family" | "inferred" | "extension";
