import type { Account } from "../../src/replay/account.ts";
import { RunDigest } from "../../src/replay/digest.ts";

/** The digest of a run that held one conversation. */
export function digestOf(account: Account): string {
	const digest = new RunDigest();
	digest.add(account);
	return digest.text;
}
