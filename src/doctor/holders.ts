import type { MachineFiles } from "./world.ts";

/** A process that has something open. */
export interface Holder {
	readonly pid: number;
	/** What it calls itself, in 15 characters at most: `ModemManager`. */
	readonly name: string;
}

/**
 * The processes that have a device or a socket open, as far as this user may see
 * that. (proc(5): /proc/PID/fd)
 * @param target what a link of theirs says: `/dev/ttyUSB0`, `socket:[4242]`
 */
export async function holdersOf(
	files: MachineFiles,
	target: string,
): Promise<readonly Holder[]> {
	const holders = await Promise.all(
		(await processes(files)).map(async (pid) => {
			const folder = `/proc/${pid}/fd`;
			const links = await Promise.all(
				(await files.names(folder)).map((name) =>
					files.link(`${folder}/${name}`),
				),
			);
			return links.includes(target) ? [await named(files, pid)] : [];
		}),
	);
	return holders.flat();
}

/** The processes that go by a name. */
export async function processesNamed(
	files: MachineFiles,
	name: string,
): Promise<readonly Holder[]> {
	const all = await Promise.all(
		(await processes(files)).map((pid) => named(files, pid)),
	);
	return all.filter((each) => each.name === name);
}

/**
 * The process that listens at a port of this machine, as far as this user may see
 * that. (proc(5): /proc/net/tcp, state 0A)
 */
export async function listenerAt(
	files: MachineFiles,
	port: number,
): Promise<Holder | null> {
	const tables = await Promise.all([
		files.text("/proc/net/tcp"),
		files.text("/proc/net/tcp6"),
	]);
	const wanted = port.toString(16).toUpperCase().padStart(4, "0");
	for (const line of tables.flatMap((table) => table?.split("\n") ?? [])) {
		const [, local = "", , state, , , , , , inode] = line.trim().split(/\s+/);
		if (state !== "0A" || !local.endsWith(`:${wanted}`)) continue;
		const [holder] = await holdersOf(files, `socket:[${inode}]`);
		if (holder !== undefined) return holder;
	}
	return null;
}

async function processes(files: MachineFiles): Promise<readonly number[]> {
	const names = await files.names("/proc");
	return names.filter((name) => /^\d+$/.test(name)).map(Number);
}

async function named(files: MachineFiles, pid: number): Promise<Holder> {
	// Not its command line: a SIM's PIN may stand there.
	const name = (await files.text(`/proc/${pid}/comm`))?.trim();
	return { pid, name: name || "a process without a name" };
}
