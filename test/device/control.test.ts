import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	writeFileSync,
} from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { type Control, openControl } from "../../src/device/control/control.ts";
import {
	newAddress,
	removeAddress,
} from "../../src/device/control/control-address.ts";
import { textRunningPanel } from "../../src/device/control/running-panel.ts";
import { type Panel, startPanel } from "../../src/device/panel.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { memoryStore } from "../../src/store/memory-store.ts";
import { pidNamespace } from "../../src/store/process-identity.ts";
import { systemClock } from "../../src/time/system-clock.ts";
import { fresh } from "../support/texting.ts";

const ECHO = { from: "+15550101", text: "PROG 7982 ECHO:" };

test("a caller that hangs up without reading its answer harms nobody", async () => {
	const control = await open();
	for (let round = 1; round <= 20; round += 1) {
		const socket = connect(control.address);
		socket.on("error", () => {});
		socket.write(`${JSON.stringify({ ...ECHO, showSecrets: false })}\n`);
		await pause(1);
		socket.destroy();
	}
	expect(await echo(control)).toBe("ECHO:OK");
	await control.close();
});

test("a caller whose line does not end is hung up on", async () => {
	const control = await open();
	const socket = connect(control.address);
	socket.on("error", () => {});
	const closed = new Promise((resolve) => socket.on("close", resolve));
	const pour = () => {
		while (!socket.destroyed && socket.write(Buffer.alloc(65_536, "A")));
	};
	socket.on("drain", pour);
	pour();
	await closed;
	expect(await echo(control)).toBe("ECHO:OK");
	await control.close();
});

test("of more callers than a panel takes, the last ones are hung up on", async () => {
	const control = await open();
	const callers = Array.from({ length: 53 }, () => {
		const socket = connect(control.address);
		socket.on("error", () => {});
		return socket;
	});
	let dropped = 0;
	await new Promise<void>((resolve) => {
		for (const socket of callers)
			socket.on("close", () => {
				dropped += 1;
				if (dropped === 3) resolve();
			});
	});
	for (const socket of callers) socket.destroy();
	await pause(50);
	expect(await echo(control)).toBe("ECHO:OK");
	await control.close();
});

test("a caller that reads no answers is not heard further", async () => {
	const panel = await started();
	let heard = 0;
	const control = await openControl({
		...panel,
		text(incoming) {
			heard += 1;
			return panel.text(incoming);
		},
	});
	const socket = connect(control.address);
	socket.on("error", () => {});
	socket.pause();
	const asked = 20_000;
	const request = `${JSON.stringify({ ...ECHO, showSecrets: false })}\n`;
	socket.write(request.repeat(asked));
	while (heard === 0) await pause(1);
	// Whoever is heard has a turn beside each of another caller's echoes.
	for (let still = 0; still < 10; ) {
		const before = heard;
		expect(await echo(control)).toBe("ECHO:OK");
		still = heard === before + 1 ? still + 1 : 0;
	}
	expect(heard).toBeGreaterThan(100);
	expect(heard).toBeLessThan(asked);
	socket.destroy();
	await control.close();
});

test.skipIf(process.platform === "win32")(
	"the socket's path is never cut off, and what a killed process left is removed",
	() => {
		const folder = mkdtempSync(join(tmpdir(), "control-"));
		const deep = join(folder, "d".repeat(120));
		mkdirSync(deep);
		const away = newAddress(deep);
		expect(away).toMatch(/^\/tmp\/alarmpanel-/);
		removeAddress(away);

		const namespace = pidNamespace()?.replace(/[^0-9]/g, "") ?? "";
		mkdirSync(join(folder, `alarmpanel-999999999-${namespace}-abcdef`));
		mkdirSync(join(folder, "alarmpanel-999999999-0-abcdef"));
		const address = newAddress(folder);
		expect(readdirSync(folder).length).toBe(3);
		expect(
			existsSync(join(folder, `alarmpanel-999999999-${namespace}-abcdef`)),
		).toBe(false);
		removeAddress(address);
	},
);

test.skipIf(process.platform === "win32")(
	"where there is no place for the socket, it is said what to do",
	() => {
		const folder = join(mkdtempSync(join(tmpdir(), "control-")), "file");
		writeFileSync(folder, "");
		expect(() => newAddress(folder)).toThrow(
			`there is no place for the control socket in ${folder}: its folder is a file (ENOTDIR); name another folder with TMPDIR, or let systemd's unit write there: ReadWritePaths=${folder}`,
		);
	},
);

async function open(): Promise<Control> {
	return openControl(await started());
}

function started(): Promise<Panel> {
	return startPanel({
		model: vst2752,
		number: "+15550100",
		clock: systemClock,
		store: memoryStore(fresh(vst2752)),
		onTrouble: (error) => {
			throw error;
		},
	});
}

async function echo({ address }: Control): Promise<string | null> {
	return (await textRunningPanel(address, ECHO, false)).report.reply;
}
