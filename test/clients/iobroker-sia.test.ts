import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { startPanel } from "../../src/device/panel.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { readTypedEvent } from "../../src/panel/typed-event.ts";
import { usualSettings } from "../../src/receivers/dc09/dc09-settings.ts";
import { openReceiver } from "../../src/receivers/open-receiver.ts";
import { memoryStore } from "../../src/store/memory-store.ts";
import { systemClock } from "../../src/time/system-clock.ts";
import { panelWithZones } from "../support/panel-with-zones.ts";
import { PANEL } from "../support/texting.ts";
import { testWithThese } from "./support/installed.ts";

const home = fileURLToPath(new URL("iobroker-sia", import.meta.url));

const contactId = [
	"#1234|1130 00 001",
	"#1234|3130 00 001",
	"#1234|1406 00 001",
	"#1234|3407 00 001",
	"#1234|1407 00 001",
];
const sia = [
	"#1234|Nri1/BA001^Kuche^",
	"#1234|Nri1/BR001^Kuche^",
	"#1234|Nri1/OC001",
	"#1234|Nri1/CL001",
	"#1234|Nri1/OP001",
];

for (const [form, data] of [
	["CID", contactId],
	["SIA2", sia],
] as const)
	for (const carrier of ["", "/UDP"])
		for (const octets of [0, 16, 24, 32])
			testWithThese(
				existsSync(join(home, "node_modules", "iobroker.sia"))
					? []
					: ["iobroker.sia (npm ci --prefix test/clients/iobroker-sia)"],
				`iobroker.sia gets an alarm, its restore, its end, arming and disarming as ${form}${carrier}, ${octets === 0 ? "in clear" : `with a key of ${octets} octets`}`,
				async () => {
					const key = octets === 0 ? null : Buffer.alloc(octets, "K");
					const port = await freePort();
					const child = spawn(process.execPath, [
						...[join(home, "receive.cjs"), `${port}`],
						...(key === null ? [] : [key.toString("hex")]),
					]);
					const lines = createInterface({ input: child.stdout })[
						Symbol.asyncIterator
					]();
					try {
						await lines.next();
						const events = await anEvening(
							`ip://1234@127.0.0.1:${port}/${form}${carrier}`,
							key,
						);
						const got: unknown[] = [];
						for (const _ of data)
							got.push(JSON.parse((await lines.next()).value ?? "null"));
						expect(events).toEqual(data.map(() => "ACK"));
						expect(got).toEqual(
							data.map((each) => ({
								id: `${key === null ? "" : "*"}${form === "CID" ? "ADM-CID" : "SIA-DCS"}`,
								act: "1234",
								data_message: each,
								data_extended: expect.stringMatching(
									/^H\d\d:\d\d:\d\d,\d\d-\d\d-\d{4}$/,
								),
							})),
						);
					} finally {
						child.kill();
					}
				},
			);

/** A panel on which an evening happens. @returns what the receiver said to each report */
async function anEvening(
	url: string,
	key: Uint8Array | null,
): Promise<readonly string[]> {
	const panel = await startPanel({
		model: vst2752,
		number: PANEL,
		clock: systemClock,
		store: memoryStore(stateWith(url)),
		onTrouble: (error) => {
			throw error;
		},
	});
	const said: string[] = [];
	const room = panel.report(
		(_, address) =>
			openReceiver(address, { ...usualSettings, key }, systemClock),
		(event) => {
			if (event.type !== "report") return;
			const { reception } = event;
			said.push(reception.reached ? reception.answer : reception.message);
		},
	);
	for (const step of [
		"zone 1 open",
		"zone 1 close",
		"keypad 1234 disarm",
		"keypad 1234 away",
		"keypad 1234 disarm",
	]) {
		const read = readTypedEvent(step);
		if (read.ok) await panel.happens(read.event);
	}
	while (panel.state.runtime.outbox.length > 0)
		await new Promise<void>((resolve) => {
			const stop = panel.onChange(() => {
				stop();
				resolve();
			});
		});
	await room.close();
	await panel.close();
	return said;
}

function stateWith(url: string): PanelState {
	const state = panelWithZones(["24-hour"], {}, { exitAway: 0 });
	const [zone] = state.zones;
	return {
		...state,
		zones: zone === undefined ? [] : [{ ...zone, name: "Küche" }],
		reporting: {
			...state.reporting,
			destinations: [{ id: 1, url, group: 1, level: "all", carrier: "" }],
		},
	};
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	server.close();
	await once(server, "close");
	return typeof address === "object" && address !== null ? address.port : 0;
}
