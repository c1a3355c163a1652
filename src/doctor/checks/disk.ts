import { howMany } from "../../how-many.ts";
import { codeOf, reasonOf } from "../../store/system-error.ts";
import { type CheckGroup, fault, ok, warning } from "../finding.ts";

/** A sound disk takes a fraction of a millisecond; a card that wears out, seconds. */
const SLOW = 200;
/** The least room that is left for the panel's writes and the machine's own. */
const LEAST_BYTES = 50 * 1024 * 1024;
const LEAST_FILES = 1000;
const TRIES = 5;

/** The disk that holds the panel's file: whether a change can become durable. */
export const disk: CheckGroup = {
	name: "disk",
	tells: ["disk"],
	async *check({ disk: probed, user }) {
		const took: number[] = [];
		try {
			for (let count = 0; count < TRIES; count += 1)
				took.push(await probed.probe(true));
		} catch (error) {
			yield fault(
				"disk/write",
				`nothing can be written beside the panel's file: ${reasonOf(error)}; no change would be confirmed`,
				adviceFor(codeOf(error), user.name),
			);
			return;
		}
		yield ok("disk/write", "a file can be written, synced and renamed there");
		const middle = took.sort((a, b) => a - b)[Math.floor(TRIES / 2)] ?? 0;
		yield middle < SLOW
			? ok("disk/speed", `a write is durable after ${rounded(middle)} ms`)
			: warning(
					"disk/speed",
					`a write is durable after ${rounded(middle)} ms only, and each answer waits for one`,
					"replace the card if it is old; move the file to another disk",
				);
		const room = await probed.room();
		if (room === null) return;
		const isShort = room.bytes < LEAST_BYTES || room.files < LEAST_FILES;
		yield isShort
			? warning(
					"disk/room",
					`room for ${Math.floor(room.bytes / 1024 / 1024)} MiB and ${howMany(room.files, "file")} is left`,
					"make room: sudo journalctl --vacuum-size=100M, sudo apt clean",
				)
			: ok("disk/room", "there is room");
	},
};

function adviceFor(code: string | null, user: string): string {
	switch (code) {
		case "EROFS":
			return "mount it for writing: sudo mount -o remount,rw / ; a disk that went read-only by itself is failing: dmesg says so";
		case "ENOSPC":
		case "EDQUOT":
			return "make room: sudo journalctl --vacuum-size=100M, sudo apt clean";
		case "EACCES":
		case "EPERM":
			return `give the folder to ${user}, or run alarmpanel as its owner; under systemd: StateDirectory= or ReadWritePaths=`;
		case "EBUSY":
		case "EXDEV":
			return "mount the folder of the file in place of the file";
		default:
			return "dmesg says what the disk has";
	}
}

/** One digit behind the point below ten. */
function rounded(milliseconds: number): string {
	return milliseconds < 10
		? milliseconds.toFixed(1)
		: `${Math.round(milliseconds)}`;
}
