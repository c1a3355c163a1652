import { expect, test } from "vitest";
import { aWorld, changedReport } from "../../support/doctor-world.ts";

test("a read-only disk", async () => {
	const disk = {
		probe: async () => {
			throw Object.assign(new Error("EROFS: read-only file system, open"), {
				code: "EROFS",
			});
		},
		room: async () => null,
	};
	expect(await changedReport(aWorld({ disk }))).toMatchInlineSnapshot(`
		"
		- ok      disk/write          a file can be written, synced and renamed there
		- ok      disk/speed          a write is durable after 0.2 ms
		- ok      disk/room           there is room
		+ fault   disk/write          nothing can be written beside the panel's file: the disk is read-only (EROFS); no change
		+                               would be confirmed
		+                             → mount it for writing: sudo mount -o remount,rw / ; a disk that went read-only by itself is
		+                               failing: dmesg says so
		- No faults, 1 warning.
		+ 1 fault, 1 warning.
		"
	`);
});
