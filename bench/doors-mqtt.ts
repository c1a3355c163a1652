import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import { connectAsync } from "mqtt";
import { startPanel } from "../src/device/panel.ts";
import { mz8 } from "../src/models/mz-8.ts";
import { openMqttBroker } from "../src/mqtt/broker/mqtt-broker.ts";
import { MqttDoor } from "../src/mqtt/mqtt-door.ts";
import { mqttSettings } from "../src/mqtt/settings.ts";
import { factoryState, type PanelState } from "../src/panel/state/state.ts";
import { memoryStore } from "../src/store/memory-store.ts";
import { systemClock } from "../src/time/system-clock.ts";
import { report } from "./verdict.ts";

const PANELS = 25;
const ZONES = 40;
const EVENTS = 300;
const MOST_MILLISECONDS = 5;
const MOST_SECONDS = 2;

/**
 * How soon an event at a panel is with a program that listens at mosquitto, and how
 * long many large panels take to appear there.
 * @returns false where a gate is missed
 */
export async function benchMqtt(): Promise<boolean> {
	const { port, child } = await mosquitto();
	const listener = await connectAsync(`mqtt://127.0.0.1:${port}`);
	await listener.subscribeAsync("alarmpanel/+/#", { qos: 1 });
	const arrived = new Map<string, (at: number) => void>();
	listener.on("message", (topic) => arrived.get(topic)?.(performance.now()));
	const message = (topic: string) =>
		new Promise<number>((resolve) => arrived.set(topic, resolve));

	const one = await aDoor(port, "00000001");
	await message("alarmpanel/00000001/availability");
	const latencies: number[] = [];
	for (let round = 0; round < EVENTS; round += 1) {
		const told = message("alarmpanel/00000001/state/zone/7");
		const start = performance.now();
		await one.panel.happens({
			type: "zone-signal",
			zone: 7,
			by: { via: "site" },
			signal: round % 2 === 0 ? "open" : "close",
		});
		latencies.push((await told) - start);
	}
	const isQuick = report("event to subscriber, ms", latencies, {
		most: MOST_MILLISECONDS,
	});
	await one.close();

	const start = performance.now();
	const ids = Array.from({ length: PANELS }, (_, at) =>
		(at + 2).toString(16).padStart(8, "0"),
	);
	const online = ids.map((id) => message(`alarmpanel/${id}/availability`));
	const doors = await Promise.all(ids.map((id) => aDoor(port, id)));
	await Promise.all(online);
	const isEarly = report(
		`${PANELS} panels of ${ZONES} zones, s`,
		[(performance.now() - start) / 1000],
		{ most: MOST_SECONDS },
	);
	await Promise.all(doors.map((door) => door.close()));
	await listener.endAsync();
	child.kill();
	return isQuick && isEarly;
}

async function aDoor(port: number, id: string) {
	const fail = (error: unknown) => {
		throw error;
	};
	const panel = await startPanel({
		model: mz8,
		number: "+15550100",
		clock: systemClock,
		store: memoryStore(largePanel()),
		onTrouble: fail,
	});
	const door = new MqttDoor({
		panel,
		clock: systemClock,
		onTrouble: fail,
		settings: mqttSettings(id),
		version: "0",
		open: openMqttBroker({
			url: `mqtt://127.0.0.1:${port}`,
			clock: systemClock,
			user: undefined,
			password: undefined,
			ca: undefined,
		}),
		onNews: () => {},
	});
	return {
		panel,
		async close() {
			await door.close();
			await panel.close();
		},
	};
}

function largePanel(): PanelState {
	return {
		...factoryState(mz8.name, mz8.sections),
		zones: Array.from({ length: ZONES }, (_, at) => ({
			id: at + 1,
			rfId: "",
			type: 1,
			attribute: "burglar" as const,
			name: `Zone ${at + 1}`,
			bypass: "none" as const,
			flag: false,
			option: "00",
			entryDelay: 1 as const,
			crossZone: false,
		})),
	};
}

async function mosquitto(): Promise<{
	readonly port: number;
	readonly child: ChildProcess;
}> {
	const port = await freePort();
	const file = join(mkdtempSync(join(tmpdir(), "alarmpanel-bench-")), "conf");
	writeFileSync(
		file,
		`listener ${port} 127.0.0.1\nallow_anonymous true\nmax_queued_messages 0\n`,
	);
	const child = spawn("mosquitto", ["-c", file], { stdio: "ignore" });
	child.on("error", () => {
		console.error("mosquitto is not installed (Debian package mosquitto)");
		process.exit(1);
	});
	for (let tries = 0; tries < 100; tries += 1) {
		const probe = await connectAsync(`mqtt://127.0.0.1:${port}`, {
			reconnectPeriod: 0,
		}).catch(() => null);
		if (probe !== null) {
			await probe.endAsync();
			return { port, child };
		}
		await pause(50);
	}
	throw new Error("mosquitto does not start");
}

async function freePort(): Promise<number> {
	return await new Promise((resolve) => {
		const server = createServer().listen(0, "127.0.0.1", () => {
			const address = server.address();
			const port = typeof address === "object" ? (address?.port ?? 0) : 0;
			server.close(() => resolve(port));
		});
	});
}
