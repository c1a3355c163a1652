import { STDIN } from "../../replay/corpus/corpus-files.ts";
import { UsageError } from "../line/exit-code.ts";
import type { ReplayOptions } from "./replay-options.ts";

/** Options that leave no whole run of the simulator, which a digest is of. */
const without = ["update", "watch", "shrink", "against", "bail"] as const;

/** @throws UsageError for options that do not go together */
export function checkDigestOptions(argv: ReplayOptions): void {
	const option = digestOption(argv);
	if (option === null) return;
	for (const other of without)
		if (argv[other] !== undefined && argv[other] !== false)
			throw new UsageError(`--${option} and --${other} do not go together`);
	if (argv.file?.includes(STDIN))
		throw new UsageError(`--${option}: standard input can be read only once`);
}

/** The option of digests that is given; null for none. */
export function digestOption(argv: ReplayOptions): string | null {
	if (argv.againstDigest !== undefined) return "against-digest";
	return argv.digestFile === undefined ? null : "digest-file";
}
