import { chmod, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * The folder for files about ports, shared by the machine's users. Not /var/lock:
 * only some users may write there, and a lock there holds only a process id.
 */
export function portsFolder(): string {
	return join(tmpdir(), "alarmpanel-ports");
}

/** Makes the folder, for everybody. */
export async function makePortsFolder(folder: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	// Fails where another user made it, which is fine.
	await chmod(folder, 0o1777).catch(() => {});
}

/** The file in it about a port: `/dev/ttyUSB0` is `dev-ttyUSB0`. */
export function portFile(port: string, folder: string): string {
	const name = port.replace(/^[/\\]+/, "").replace(/[^\w.]+/g, "-");
	return join(folder, name);
}
