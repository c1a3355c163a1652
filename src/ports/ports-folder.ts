import { chmod, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Where this machine's users keep what concerns its ports: not in /var/lock,
 * where only some may write and a lock tells no more than a number.
 */
export function portsFolder(): string {
	return join(tmpdir(), "alarmpanel-ports");
}

/** Makes the folder, for everybody. */
export async function makePortsFolder(folder: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	// Not ours to change where another user made it.
	await chmod(folder, 0o1777).catch(() => {});
}

/** The file in it about a port: `/dev/ttyUSB0` is `dev-ttyUSB0`. */
export function portFile(port: string, folder: string): string {
	const name = port.replace(/^[/\\]+/, "").replace(/[^\w.]+/g, "-");
	return join(folder, name);
}
