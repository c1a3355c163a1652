import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { virtualNetwork } from "../../src/network/network.ts";
import { modemOpener } from "../../src/ports/modem-opener.ts";
import { systemClock as clock } from "../../src/time/system-clock.ts";
import { virtualClock } from "../../src/time/virtual-clock.ts";
import { openPty } from "../../src/transport/pty.ts";
import type { Transport } from "../../src/transport/transport.ts";
import { attachAt } from "../../src/virtual-modem/attachment.ts";
import { virtualModem } from "../../src/virtual-modem/virtual-modem.ts";
import { bytesOf, lineReader } from "../support/line-reader.ts";
import { passUntil } from "../support/pass-until.ts";

const parts = { clock, owner: "a test", number: "+15550100" };

function port(path: string) {
	const unknown = { manufacturer: null, serialNumber: null };
	return { path, ...unknown, vendorId: null, productId: null };
}

test("auto: takes the first port that answers, and says what the others did", async () => {
	const folder = mkdtempSync(join(tmpdir(), "alarmpanel-auto-"));
	const silent = join(folder, "silent.tty");
	const answering = join(folder, "modem.tty");
	const missing = join(folder, "missing.tty");
	const nobody = await openPty(silent);
	const line = virtualNetwork({ clock }).line("+15550100");
	const modem = virtualModem({ clock, line });
	const place = { kind: "pty", path: answering } as const;
	const attachment = await attachAt(modem, place, { clock });
	const said: string[] = [];
	const paths = [missing, silent, answering, "/dev/never-asked"];
	// Time passes while the silent port is asked, and no other.
	const probing = virtualClock(clock.now());
	const opening = async (open: () => Promise<Transport>) => {
		const before = said.length;
		const [opened] = await Promise.allSettled([
			open(),
			passUntil(probing, () =>
				said.slice(before).some((remark) => remark.includes(silent)),
			),
		]);
		if (opened.status === "rejected") throw opened.reason;
		return opened.value;
	};

	const open = modemOpener(
		{ kind: "auto" },
		{
			...parts,
			clock: probing,
			say: (remark) => said.push(remark),
			ports: async () => ({ ok: true, ports: paths.map(port) }),
		},
	);
	const opened = await opening(open);
	await opened.write(bytesOf("AT+CREG?\r"));
	await lineReader(opened).until("+CREG: 0,1\r\n");
	expect(said).toEqual([
		`auto: ${missing}: No such file or directory`,
		`auto: ${silent}: AT: no answer within 2 s`,
		`auto: ${answering}: answers`,
	]);
	await expect(opening(open)).rejects.toThrow(
		"none of 4 serial ports answers to AT",
	);
	expect(said[5]).toMatch(
		`auto: ${answering}: is in use by a test, process ${process.pid} since `,
	);
	await opened.close();
	await nobody.close();
	await attachment.close();
});

test("auto: without a list of ports asks for a name", async () => {
	const list = { ok: false, reason: "no list of serial ports" } as const;
	const ports = async () => list;
	const say = () => {};
	const open = modemOpener({ kind: "auto" }, { ...parts, say, ports });
	await expect(open()).rejects.toThrow(
		"no list of serial ports; say which port: --modem serial:///dev/ttyUSB0",
	);
});

test("virtual: is one modem however often its line is opened", async () => {
	const open = modemOpener({ kind: "virtual" }, { ...parts, say() {} });
	const first = await open();
	await first.write(bytesOf('AT+CSCA="+15550008"\r'));
	await lineReader(first).until("OK");
	await first.close();
	const second = await open();
	await second.write(bytesOf("AT+CSCA?\r"));
	await lineReader(second).until('+CSCA: "+15550008",145\r\n');
	await second.close();
});
