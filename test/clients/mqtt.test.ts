import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { MqttClient } from "mqtt";
import { afterEach, beforeEach, expect } from "vitest";
import { type Running, Shell } from "../support/command-line.ts";
import { HomeAssistant } from "../support/home-assistant.ts";
import { clients, testWith } from "./support/installed.ts";
import { type Mosquitto, mosquitto, passwords } from "./support/mosquitto.ts";
import { eventually, type Programs, programs } from "./support/programs.ts";

const ID = "1a2b3c4d";
const OTHER = "5e6f7a8b";
const PIN = "4719";
const PANEL = `alarmpanel_${ID}_panel`;
const command = `alarmpanel/${ID}/command/mode`;
const needed = [clients.mosquitto, clients.openssl];

let started: Programs;
let broker: Mosquitto;
let open: MqttClient[] = [];
let serving: Running[] = [];
/** What came over the broker, but for what the tests themselves sent. */
let heard: { topic: string; payload: string; retain: boolean }[] = [];

beforeEach(async () => {
	started = programs();
	const folder = mkdtempSync(join(tmpdir(), "alarmpanel-mqtt-"));
	broker = await mosquitto(started, folder, [ID, OTHER]);
	await broker.start();
	heard = [];
});

afterEach(async () => {
	for (const each of serving) each.child.kill("SIGTERM");
	await Promise.all(serving.map(({ ended }) => ended));
	await Promise.all(open.map((client) => client.endAsync(true)));
	await started.stop();
	serving = [];
	open = [];
});

/** A panel of its own file, which is served at the broker. */
function aPanel(id: string, inputs: readonly object[] = []) {
	const shell = new Shell();
	const file = shell.path("panel-config.json");
	const zone = (number: number, attribute: string) => ({
		id: number,
		name: `Zone ${number}`,
		type: 1,
		attribute,
	});
	writeFileSync(
		file,
		JSON.stringify({
			schemaVersion: 1,
			model: "mz-8",
			users: [{ id: 1, name: "ANNA", pin: PIN }],
			zones: [zone(1, "entry"), zone(2, "burglar"), zone(3, "burglar")],
			timers: { exitAway: 1, entry1: 1 },
			integrations: {
				mqtt: {
					url: `mqtts://localhost:${broker.port}`,
					id,
					user: "panel",
					caFile: broker.caFile,
					inputs,
				},
			},
		}),
		{ mode: 0o600 },
	);
	return {
		shell,
		file,
		/** Puts something into the file, before it is served. */
		program(part: object) {
			const before = JSON.parse(readFileSync(file, "utf8"));
			writeFileSync(file, JSON.stringify({ ...before, ...part }));
		},
		async serve(): Promise<Running> {
			const running = shell.start(["serve", "--trace"], {
				ALARMPANEL_MQTT_PASSWORD: passwords.panel,
			});
			serving.push(running);
			await running.until("MQTT: connected, version 5");
			return running;
		},
	};
}

/** The stand-in for Home Assistant, at the broker. */
async function aHome(): Promise<{ home: HomeAssistant; client: MqttClient }> {
	const client = await broker.client("homeassistant");
	open.push(client);
	const home = new HomeAssistant((topic, payload) => {
		client.publish(topic, payload, { qos: 1 });
	});
	client.on("message", (topic, payload, { retain }) => {
		const text = payload.toString();
		if (!topic.includes("/command/"))
			heard.push({ topic, payload: text, retain });
		home.hear(topic, text, retain);
	});
	await client.subscribeAsync(
		["homeassistant/device/+/config", "alarmpanel/#"],
		{
			qos: 1,
		},
	);
	return { home, client };
}

const shows = (home: HomeAssistant, state: string, id = PANEL) =>
	eventually(`${id} is ${state}`, () =>
		home.entities.has(id) && home.state(id) === state ? true : null,
	);

testWith(
	needed,
	"the panel appears, arms, and disarms with a PIN and not without",
	async () => {
		const { home, client } = await aHome();
		// It lay there before the panel was ever started.
		await client.publishAsync(command, '{"action":"ARM_AWAY"}', {
			qos: 1,
			retain: true,
		});
		await aPanel(ID).serve();
		await shows(home, "disarmed");
		expect(home.states()).toMatchObject({
			zone_1: "off",
			zone_2: "off",
			mains: "on",
			trouble: "off",
		});
		await eventually("the network", () =>
			home.states().network === "on" ? true : null,
		);
		home.press(PANEL, "ARM_AWAY");
		await shows(home, "armed_away");
		expect(home.press(PANEL, "DISARM")).toBe(false);
		await client.publishAsync(command, '{"action":"DISARM"}', { qos: 1 });
		home.press(PANEL, "DISARM", "0000");
		// Live, and to lie there: that is no command either.
		const payload = JSON.stringify({ action: "DISARM", code: PIN });
		await client.publishAsync(command, payload, { qos: 1, retain: true });
		const answers = await eventually("three answers", () => {
			const found = heard.filter(({ topic }) => topic.endsWith("/answer"));
			return found.length === 3 ? found : null;
		});
		expect(answers.map((each) => JSON.parse(each.payload).why)).toEqual([
			...[null, "a code is needed", "wrong code"],
		]);
		await pause(300);
		expect(home.state(PANEL)).toBe("armed_away");
		home.press(PANEL, "DISARM", PIN);
		await shows(home, "disarmed");
		expect(home.faults).toEqual([]);
	},
);

testWith(
	needed,
	"it survives a broker restart, its own restart and end, and Home Assistant's",
	async () => {
		const { home, client } = await aHome();
		const panel = aPanel(ID);
		let running = await panel.serve();
		await shows(home, "disarmed");
		home.press(PANEL, "ARM_AWAY");
		await shows(home, "armed_away");
		await broker.stop();
		await broker.start();
		await shows(home, "armed_away");

		running.child.kill("SIGTERM");
		expect((await running.ended).status).toBe(0);
		await shows(home, "unavailable");
		// What is sent meanwhile is old when the panel comes back.
		const payload = JSON.stringify({ action: "DISARM", code: PIN });
		await client.publishAsync(command, payload, { qos: 1 });
		running = await panel.serve();
		await shows(home, "armed_away");

		running.child.kill("SIGKILL");
		await running.ended;
		await shows(home, "unavailable");
		running = await panel.serve();
		await shows(home, "armed_away");
		const ids = [...home.entities.keys()];

		const configs = () =>
			heard.filter(({ topic }) => topic.endsWith("/config")).length;
		const before = configs();
		await client.publishAsync("homeassistant/status", "online", { qos: 1 });
		await eventually("everything again", () =>
			configs() > before ? true : null,
		);
		// One that has just been installed finds all.
		const fresh = await aHome();
		await shows(fresh.home, "armed_away");
		expect([...fresh.home.entities.keys()].sort()).toEqual(ids.sort());
		expect([...home.faults, ...fresh.home.faults]).toEqual([]);
	},
);

testWith(
	needed,
	"a test report is sent by a button, and not by a command that lies there",
	async () => {
		const { home, client } = await aHome();
		const topic = `alarmpanel/${ID}/command/report/1/test`;
		const sensor = `alarmpanel_${ID}_test_report_1`;
		await client.publishAsync(topic, "TEST", { qos: 1, retain: true });
		const panel = aPanel(ID);
		const url = "sms://+15550177";
		panel.program({
			reporting: { destinations: [{ id: 1, url, group: 1, level: "all" }] },
		});
		const running = await panel.serve();
		await shows(home, "unknown", sensor);
		// To lie there, while the panel hears it.
		await client.publishAsync(topic, "TEST", { qos: 1, retain: true });
		await running.until("a retained command is never carried out");
		home.send(`alarmpanel_${ID}_send_test_report_1`, "TEST");
		await shows(home, "sent", sensor);
		expect(home.entities.get(sensor)?.attributes).toEqual({
			arrival: "sent",
			why: "the network has taken it; whether it arrived is not known",
			at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
		});
		const answers = heard.filter(({ topic }) => topic.endsWith("/answer"));
		expect(answers.map(({ payload }) => JSON.parse(payload))).toEqual([
			{ command: "report", ok: true, why: null, until: null, faults: [] },
		]);
		expect(home.faults).toEqual([]);
	},
);

testWith(needed, "two panels on one broker", async () => {
	const { home } = await aHome();
	await aPanel(ID).serve();
	await aPanel(OTHER).serve();
	const other = `alarmpanel_${OTHER}_panel`;
	await shows(home, "disarmed");
	await shows(home, "disarmed", other);
	home.press(other, "ARM_AWAY");
	await shows(home, "armed_away", other);
	expect(home.state(PANEL)).toBe("disarmed");
	expect(home.faults).toEqual([]);
});

testWith(
	needed,
	"a broker forgets the panel, and not while it runs",
	async () => {
		const { home } = await aHome();
		const panel = aPanel(ID);
		const running = await panel.serve();
		await shows(home, "disarmed");
		const forget = async () => {
			const forgetting = panel.shell.start(["serve", "--mqtt-forget"], {
				ALARMPANEL_MQTT_PASSWORD: passwords.panel,
			});
			return await forgetting.ended;
		};
		const refused = await forget();
		expect(refused.status).toBe(3);
		expect(refused.stderr).toContain("is in use");
		running.child.kill("SIGTERM");
		await running.ended;
		const url = `mqtts://localhost:${broker.port}`;
		expect(await forget()).toMatchObject({
			status: 0,
			stdout: `the broker ${url} has forgotten the panel: 10 topics are cleared\n`,
		});
		expect([...home.entities]).toEqual([]);
		// Nothing is there for one that comes now.
		heard = [];
		await aHome();
		await pause(300);
		expect(heard).toEqual([]);
	},
);

testWith(
	needed,
	"an evening with zigbee2mqtt, ESPHome and the state stream, and a broker restart",
	async () => {
		const door = "zigbee2mqtt/front_door";
		const motion = "esphome/hall/binary_sensor/motion/state";
		const window = "homeassistant/binary_sensor/window/state";
		const devices = await broker.client("devices");
		open.push(devices);
		const says = (topic: string, payload: string) =>
			devices.publishAsync(topic, payload, { qos: 1, retain: true });
		await says(door, '{"contact":true,"battery_low":false,"tamper":false}');
		await says(motion, "OFF");
		await says("esphome/hall/status", "online");
		await says(window, "off");
		const { home } = await aHome();
		await aPanel(ID, [
			{
				zone: 1,
				topic: door,
				open: { path: "contact", yes: [false], no: [true] },
				tamper: { path: "tamper" },
				lowBattery: { path: "battery_low" },
			},
			{
				zone: 2,
				topic: motion,
				availability: { topic: "esphome/hall/status" },
			},
			{ zone: 3, topic: window },
		]).serve();
		await shows(home, "disarmed");
		home.press(PANEL, "ARM_AWAY");
		await shows(home, "armed_away");

		await broker.stop();
		await broker.start();
		await shows(home, "unavailable");
		await shows(home, "armed_away");
		await says(window, "unavailable");
		await shows(home, "on", `alarmpanel_${ID}_zone_3_supervision`);
		await says(window, "off");
		await shows(home, "off", `alarmpanel_${ID}_zone_3_supervision`);
		expect(
			home.events.filter(({ event_type }) => event_type === "alarm"),
		).toEqual([]);

		await says(door, '{"contact":false,"battery_low":true,"tamper":false}');
		await shows(home, "pending");
		await shows(home, "triggered");
		await shows(home, "on", `alarmpanel_${ID}_siren`);
		await shows(home, "on", `alarmpanel_${ID}_zone_1_battery`);
		home.press(PANEL, "DISARM", PIN);
		await shows(home, "disarmed");
		await shows(home, "off", `alarmpanel_${ID}_siren`);
		expect(
			home.events
				.filter(({ event_type }) => event_type === "alarm")
				.map(({ what, zone }) => [what, zone]),
		).toEqual([["perimeter", 1]]);
		expect(home.faults).toEqual([]);
	},
);

testWith(
	needed,
	"no PIN and no password is in a message, a topic, a log or a trace",
	async () => {
		const { home } = await aHome();
		const panel = aPanel(ID);
		const running = await panel.serve();
		await shows(home, "disarmed");
		home.press(PANEL, "ARM_AWAY", PIN);
		await shows(home, "armed_away");
		home.press(PANEL, "DISARM", "8642");
		home.press(PANEL, "DISARM", PIN);
		await shows(home, "disarmed");
		running.child.kill("SIGTERM");
		const { stdout, stderr, status } = await running.ended;
		expect(status).toBe(0);
		const file = readFileSync(panel.file, "utf8");
		const all = JSON.stringify(heard) + stdout + stderr + broker.log();
		for (const secret of [PIN, "8642", passwords.panel])
			expect(all).not.toContain(secret);
		expect(file).not.toContain(passwords.panel);
		expect(heard.length).toBeGreaterThan(15);
	},
);

testWith(needed, "what is wrong with the broker is said", async () => {
	const { shell, file } = aPanel(ID);
	const document = JSON.parse(readFileSync(file, "utf8"));
	const said = async (
		text: string,
		settings: object,
		variables: Readonly<Record<string, string>>,
	) => {
		const mqtt = { ...document.integrations.mqtt, ...settings };
		const changed = { ...document, integrations: { mqtt } };
		writeFileSync(file, JSON.stringify(changed));
		const running = shell.start(["serve"], variables);
		serving.push(running);
		await running.until(text);
		running.child.kill("SIGTERM");
		// A broker that is not there does not keep the panel.
		expect((await running.ended).status).toBe(0);
	};
	const right = { ALARMPANEL_MQTT_PASSWORD: passwords.panel };
	await said(
		"user or password is wrong",
		{},
		{
			ALARMPANEL_MQTT_PASSWORD: "wrong",
		},
	);
	await said(
		"its certificate is signed by an authority that is not known here; --mqtt-ca names it",
		{ caFile: undefined },
		right,
	);
	await said(
		"nobody listens there (ECONNREFUSED)",
		{ url: "mqtts://localhost:9" },
		right,
	);
	await said(
		"MQTT: the broker forbids elsewhere/1a2b3c4d/state/mode",
		{ base: "elsewhere" },
		right,
	);
});
