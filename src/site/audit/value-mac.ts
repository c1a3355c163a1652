import { createHash, createHmac, randomBytes } from "node:crypto";
import { chmod, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createFile } from "../../store/durable-file.ts";
import { codeOf, reasonOf } from "../../store/system-error.ts";

/**
 * Compares values without keeping them. A PIN has 10,000 values, so a plain hash
 * would give it away; without the key nobody can try them.
 */
export interface ValueMac {
	/** Names the key, and says nothing of it. */
	readonly key: string;
	of(value: string): string;
}

/** @param key 32 octets in hexadecimal digits */
export function valueMac(key: string): ValueMac {
	const octets = Buffer.from(key, "hex");
	return {
		key: createHash("sha256").update(octets).digest("hex").slice(0, 12),
		of: (value) =>
			createHmac("sha256", octets).update(value).digest("hex").slice(0, 32),
	};
}

/**
 * The user's own key, which is made when it is asked for first.
 * @param folder the user's folder for what has to outlast a restart
 * @throws Error where it cannot be read or made
 */
export async function ownValueMac(folder: string): Promise<ValueMac> {
	const file = join(folder, "audit.key");
	try {
		await mkdir(folder, { recursive: true, mode: 0o700 });
		// Of two processes that make it, both take the first one's.
		await createFile(file, `${randomBytes(32).toString("hex")}\n`).catch(
			(error) => {
				if (codeOf(error) !== "EEXIST") throw error;
			},
		);
		await chmod(file, 0o600);
		const key = (await readFile(file, "utf8")).trim();
		if (/^[0-9a-f]{64}$/.test(key)) return valueMac(key);
	} catch (error) {
		throw new Error(`${file}: ${reasonOf(error)}`, { cause: error });
	}
	throw new Error(`${file}: this is no key; delete it, and a new one is made`);
}
