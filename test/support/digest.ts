/** Digests and hashes of what a conversation came to. */
import type { Account } from "../../src/simulation/account.ts";
import { LANES, RunDigest } from "../../src/simulation/digest.ts";

/** The digest of a run that held one conversation. */
export function digestOf(account: Account, id = "a"): RunDigest {
	const digest = new RunDigest();
	digest.add(id, hashOf(account));
	return digest;
}

export function hashOf(account: Account): Uint32Array {
	const hash = new Uint32Array(LANES);
	account.hash(hash);
	return hash;
}
