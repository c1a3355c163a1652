import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { initPanelFile, openPanel } from "../src/device/file/panel-file.ts";
import { type Panel, startPanel } from "../src/device/panel.ts";
import { vst2752 } from "../src/models/vst-2752.ts";
import { local } from "../src/panel/state/event.ts";
import { factoryState } from "../src/panel/state/state.ts";
import { usualSettings } from "../src/receivers/dc09/dc09-settings.ts";
import { listenForReports } from "../src/receivers/dc09/listen.ts";
import { openReceiver } from "../src/receivers/open-receiver.ts";
import { memoryStore } from "../src/store/memory-store.ts";
import { immediately } from "../src/time/immediately.ts";
import { systemClock } from "../src/time/system-clock.ts";
import { report } from "./verdict.ts";

const EVENTS = 200;
const MOST_MILLISECONDS = 5;

/**
 * How soon an event at a panel is with its receiver as a frame, over TCP, encrypted;
 * the write of the panel's file is in it.
 * @returns false where the gate is missed
 */
export async function benchDc09(): Promise<boolean> {
	const key = randomBytes(16);
	let arrived = (_: number) => {};
	const { port, close } = await listenForReports({
		host: "127.0.0.1",
		port: 0,
		clock: systemClock,
		chance: randomBytes,
		accounts: new Map([["1234", key]]),
		anyAccount: false,
		checksTime: true,
		slowness: 0,
		fault: () => null,
		onFrame: () => arrived(performance.now()),
	});
	const folder = mkdtempSync(join(tmpdir(), "alarmpanel-bench-"));
	const file = join(folder, "panel-config.json");
	await initPanelFile(file, vst2752, false, "UTC");
	const parts = { number: "+15550100", clock: systemClock, onTrouble };
	const state = factoryState(vst2752.name, vst2752.sections);
	const kept = [
		await measured("event to DC-09 frame, in memory, ms", () =>
			startPanel({ ...parts, model: vst2752, store: memoryStore(state) }),
		),
		await measured("the same with the panel's file, ms", () =>
			openPanel({ ...parts, file, owner: "bench" }),
		),
	];
	await close();
	rmSync(folder, { recursive: true });
	return kept.every(Boolean);

	async function measured(
		name: string,
		start: () => Promise<Panel>,
	): Promise<boolean> {
		const panel = await start();
		const room = panel.report(
			(_, address) =>
				openReceiver(address, { ...usualSettings, key }, systemClock),
			() => {},
		);
		await panel.happens({
			type: "set-destination",
			destination: 1,
			by: local,
			url: `ip://1234@127.0.0.1:${port}/CID`,
		});
		const latencies: number[] = [];
		for (let round = 0; round < EVENTS; round += 1) {
			const frame = new Promise<number>((resolve) => {
				arrived = resolve;
			});
			const begun = performance.now();
			// Of all events this one is reported every time.
			await panel.happens({ type: "duress", by: local });
			latencies.push((await frame) - begun);
			while (panel.state.runtime.outbox.length > 0) await immediately();
		}
		await room.close();
		await panel.close();
		return report(name, latencies, { most: MOST_MILLISECONDS });
	}
}

function onTrouble(error: unknown): void {
	throw error;
}
