import { constants } from "node:fs";
import {
	access,
	readdir,
	readFile,
	readlink,
	realpath,
	stat,
} from "node:fs/promises";
import type { MachineFiles } from "./world.ts";

/** The files of this machine. */
export const machineFiles: MachineFiles = {
	text: (path) => readFile(path, "utf8").catch(() => null),
	names: (folder) => readdir(folder).catch(() => []),
	link: (path) => readlink(path).catch(() => null),
	real: (path) => realpath(path).catch(() => null),
	async facts(path) {
		try {
			const { rdev, gid } = await stat(path);
			return { device: rdev === 0 ? null : numberOf(rdev), group: gid };
		} catch {
			return null;
		}
	},
	mayOpen: (path) =>
		access(path, constants.R_OK | constants.W_OK).then(
			() => true,
			() => false,
		),
};

/** `188:0`, as makedev(3) of Linux packs major and minor. */
function numberOf(rdev: number): string {
	const major = (rdev >>> 8) & 0xfff;
	const minor = (rdev & 0xff) | ((rdev >>> 12) & 0xfff00);
	return `${major}:${minor}`;
}
