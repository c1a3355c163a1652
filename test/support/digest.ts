/** Digests and hashes of what a conversation came to. */

import { LANES, RunDigest } from "../../src/simulation/digest.ts";
import type { DigestInput } from "../../src/simulation/digest-input.ts";

/** The digest of a run that held one conversation. */
export function digestOf(digestInput: DigestInput, id = "a"): RunDigest {
	const digest = new RunDigest();
	digest.add(id, hashOf(digestInput));
	return digest;
}

export function hashOf(digestInput: DigestInput): Uint32Array {
	const hash = new Uint32Array(LANES);
	digestInput.hash(hash);
	return hash;
}
