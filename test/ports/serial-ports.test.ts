import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listSerialPorts } from "../../src/ports/serial-ports.ts";

const withoutUdev = async () => ({
	SerialPort: {
		list: () => Promise.reject(new Error("spawn udevadm ENOENT")),
	},
});

test("what the system does not tell is null", async () => {
	const list = async () => [{ path: "COM3", vendorId: "12d1" }];
	expect(await listSerialPorts(async () => ({ SerialPort: { list } }))).toEqual(
		{
			ok: true,
			ports: [
				{
					path: "COM3",
					manufacturer: null,
					serialNumber: null,
					vendorId: "12d1",
					productId: null,
				},
			],
		},
	);
});

test("without udev the devices' names are looked through", async () => {
	const folder = mkdtempSync(join(tmpdir(), "alarmpanel-dev-"));
	for (const name of ["ttyUSB10", "ttyUSB2", "ttyACM0", "tty1", "null"])
		writeFileSync(join(folder, name), "");
	const list = await listSerialPorts(withoutUdev, folder);
	expect(list.ok && list.ports.map(({ path }) => path)).toEqual(
		["ttyACM0", "ttyUSB2", "ttyUSB10"].map((name) => join(folder, name)),
	);
});

test("where there are none of those either, there is no list", async () => {
	expect(await listSerialPorts(withoutUdev, "/nowhere")).toEqual({
		ok: false,
		reason: "no list of serial ports: spawn udevadm ENOENT",
	});
});
