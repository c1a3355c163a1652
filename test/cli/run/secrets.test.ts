import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { codeOf } from "../../../src/firmware/answer/one-time-code.ts";
import { systemClock } from "../../../src/time/system-clock.ts";
import { Shell } from "../../support/command-line.ts";
import { aCentre } from "../../support/receiving-centre.ts";
import { type TcpBroker, tcpBroker } from "../../support/tcp-broker.ts";

/*
 * A panel with every secret that there is, through an evening in which all of them
 * are used over every way in. Nothing that came out of it holds one of them.
 */

const ANNA = "+33612345678";
const ID = "1a2b3c4d";
const ROOT = `alarmpanel/${ID}`;
const secrets = {
	keyword: "ZAUNKOENIG",
	installerCode: "8253",
	accessCode: "73194628",
	pin: "5937",
	newPin: "6391",
	wrongPin: "9173",
	wrongInstallerCode: "8259",
	otpKey: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
	brokerPassword: "brokers-geheimnis",
	dc09Key: "00112233445566778899AABBCCDDEEFF",
	apnPassword: "apn-geheimnis",
	scriptSecret: "skript-geheimnis",
};
/** The block of an encrypted answer. */
const CIPHER = /\[[0-9A-F]{32,}/g;
const { keyword, installerCode, pin, newPin, wrongPin } = secrets;

for (const form of [["--json"], []] as const)
	test(`no secret in anything that comes out of an evening: ${["serve", ...form].join(" ")}`, async () => {
		const broker = await tcpBroker();
		onTestFinished(() => broker.close());
		const key = Buffer.from(secrets.dc09Key, "hex");
		const centre = await aCentre({ accounts: new Map([["1234", key]]) });
		onTestFinished(() => centre.close());
		const shell = aPanel(broker, centre.port);
		const running = shell.start(
			[
				...["serve", "--trace", "--http", "127.0.0.1:0", "--allow-control"],
				...["--air-time", "0", ...form],
				...["--line", "+15550101=tcp://127.0.0.1:0"],
				...["--line", `${ANNA}=tcp://127.0.0.1:0`],
			],
			{ ALARMPANEL_MQTT_PASSWORD: secrets.brokerPassword },
		);
		onTestFinished(() => void running.child.kill("SIGKILL"));
		let served = "";
		for (const stream of [running.child.stdout, running.child.stderr])
			stream?.on("data", (text: string) => {
				served += text;
			});
		await running.until("openapi.json describes it");
		await broker.until(`${ROOT}/availability`, 1);
		const [installerAt = 0, annaAt = 0] = [
			...served.matchAll(/tcp:\/\/127\.0\.0\.1:(\d+)/g),
		].map(([, port]) => Number(port));
		const [, http = ""] =
			/at (http:\/\/127\.0\.0\.1:\d+)\/v1/.exec(served) ?? [];
		const house = `${http}/v1/panels/house`;
		let answered = "";
		const asked = async (path: string, body?: object) => {
			const answer = await fetch(path.startsWith("/v1") ? http + path : path, {
				...(body === undefined
					? {}
					: {
							method: "POST",
							headers: { "Content-Type": "application/json" },
							body: JSON.stringify(body),
						}),
			});
			answered += `${[...answer.headers].join("\n")}\n${await answer.text()}\n`;
			return answer.status;
		};

		let texts = 0;
		/** Waits until the panel has dealt with one text more, and deleted it. */
		const taken = async () => {
			texts += 1;
			await vi.waitUntil(() => served.split("AT+CMGD=1").length > texts, {
				timeout: 10_000,
				interval: 20,
			});
		};

		// By text: the installer, and Anna with her PIN and her authenticator.
		const installer = await aPhone(installerAt, taken);
		const wrong = secrets.wrongInstallerCode;
		await installer.texts(`${keyword} ${installerCode} USRS:2,${newPin},BEN`);
		await installer.texts(`${keyword} ${wrong} ECHO:`);
		await installer.texts(`${keyword} ${installerCode} USRS:3,${newPin},EVE`);
		const anna = await aPhone(annaAt, taken);
		await anna.texts(`ARM ${wrongPin}`);
		await anna.texts(`${pin} ARM`);
		const step = Math.floor(systemClock.now() / 30_000);
		const oneTimeCode = codeOf(secrets.otpKey, step);
		await anna.texts("DISARM");
		await anna.texts(`${oneTimeCode}${pin}`);
		await installer.answered();

		// Over MQTT: a wrong PIN, none, the right one, and one in what is no command.
		const mode = (payload: string) =>
			broker.say(`${ROOT}/command/mode`, payload);
		mode(JSON.stringify({ action: "ARM_AWAY", code: wrongPin }));
		mode(JSON.stringify({ action: "ARM_AWAY", code: pin }));
		mode(JSON.stringify({ action: "DISARM" }));
		mode(JSON.stringify({ action: "BREW", code: pin }));
		mode(`DISARM ${pin}`);
		await broker.until(`${ROOT}/answer`, 3);

		// Over HTTP: texts, keys, a zone that alarms, settings, a test of each way.
		expect([
			await asked(`${house}/texts`, { text: `${keyword} ${wrong} ECHO:` }),
			await asked(`${house}/steps`, { step: `keypad ${pin} away`, live: true }),
			await asked(`${house}/steps`, { step: "zone 2 open", live: true }),
		]).toEqual([200, 200, 200]);
		await centre.until(1);
		await asked(`${house}/steps`, { step: `keypad ${wrongPin} disarm` });
		await asked(`${house}/steps`, { step: `keypad ${pin} disarm`, live: true });
		await asked(`${house}/steps`, { step: `keypad ${pin} brew`, live: true });
		await asked(`${house}/tests`, { report: 1 });
		mode(JSON.stringify({ action: "ARM_HOME", code: pin }));
		mode(JSON.stringify({ action: "DISARM", code: pin }));
		await broker.until(`${ROOT}/answer`, 5);
		for (const path of [
			...["", "/status", "/state", "/log", "/activity", "/activity?state=yes"],
		])
			await asked(house + path);
		await asked(`${http}/metrics`);
		await asked(`${http}/healthz`);
		await asked(`${http}/readyz`);

		// On the command line, while it runs and after.
		const typed = [
			...[["status"], ["status", "--json"], ["log"], ["log", "--json"]],
			...[
				["config", "show"],
				["config", "show", "--json"],
				["people", "list"],
			],
			...[
				["people", "list", "--json"],
				["report", "test", "1", "--yes"],
			],
			...[["config", "check"], ["doctor"], ["doctor", "--json"]],
		];
		let printed = "";
		for (const args of typed) {
			const { stdout, stderr } = await shell.runBesides(args, {
				ALARMPANEL_MQTT_PASSWORD: secrets.brokerPassword,
			});
			printed += `${args.join(" ")}\n${stdout}${stderr}`;
		}
		running.child.kill("SIGTERM");
		expect((await running.ended).status).toBe(0);

		const told = {
			served,
			answered,
			printed,
			mqtt: broker.published
				.map((each) => Object.values(each).join(" "))
				.join("\n"),
			// In what is encrypted, four digits stand side by side by chance.
			received: centre.received
				.map((each) => JSON.stringify(each).replace(CIPHER, "["))
				.join("\n"),
		};
		expect(told.answered).toContain("\nalarmpanel_mqtt_connected 1\n");
		// Each of them has much to tell, and the doctor was at the broker.
		expect(told.mqtt).toContain(`${ROOT}/command/self-test`);
		for (const text of Object.values(told))
			expect(text.length).toBeGreaterThan(500);
		const found = Object.entries({ ...secrets, oneTimeCode }).flatMap(
			([name, secret]) =>
				Object.entries(told).flatMap(([where, text]) =>
					linesWith(secret, text).map((line) => `${name} in ${where}: ${line}`),
				),
		);
		expect(found).toEqual([]);
	});

/** The lines in which a secret stands, by itself: digits of an instant are none. */
function linesWith(secret: string, text: string): readonly string[] {
	const alone = new RegExp(`(?<![\\d.])${secret}(?!\\d)`);
	return text.split("\n").filter((line) => alone.test(line));
}

function aPanel({ url }: TcpBroker, port: number): Shell {
	const shell = new Shell();
	const zone = (id: number, attribute: string) => ({ id, type: 1, attribute });
	writeFileSync(
		shell.path("panel-config.json"),
		JSON.stringify({
			schemaVersion: 1,
			model: "vst-2752",
			credentials: {
				keyword,
				installerCode,
				accessCodes: [{ id: 1, code: secrets.accessCode }],
			},
			users: [{ id: 1, name: "ANNA", pin }],
			zones: [zone(1, "entry"), zone(2, "burglar")],
			timers: { exitAway: 0, exitHome: 0, entry1: 0 },
			reporting: {
				destinations: [
					{ id: 1, url: `ip://1234@127.0.0.1:${port}/CID`, group: 1 },
				],
			},
			remote: {
				scriptSecret: secrets.scriptSecret,
				people: [
					{
						id: 1,
						name: "Anna",
						numbers: [ANNA],
						user: 1,
						can: ["arm", "disarm", "bypass", "status"],
						otpKey: secrets.otpKey,
					},
				],
			},
			stored: {
				network: {
					apn: "Internet",
					apnUser: "",
					apnPassword: secrets.apnPassword,
				},
			},
			integrations: {
				mqtt: { url, id: ID, user: "panel" },
				dc09: { destinations: [{ id: 1, key: secrets.dc09Key }] },
			},
		}),
		{ mode: 0o600 },
	);
	return shell;
}

interface PhoneAtLine {
	/** Texts the panel. */
	texts(text: string): Promise<void>;
	/** Reads all that came. */
	answered(): Promise<void>;
}

/** A phone whose program speaks in text mode and lets its modem echo. */
async function aPhone(
	port: number,
	taken: () => Promise<void>,
): Promise<PhoneAtLine> {
	const socket: Socket = connect(port, "127.0.0.1");
	onTestFinished(() => void socket.destroy());
	let said = "";
	socket.on("data", (bytes) => {
		said += bytes;
	});
	const seen = async (what: string, times = 1) => {
		while (said.split(what).length <= times) await once(socket, "data");
	};
	socket.write("AT+CMGF=1\r");
	await seen("OK\r\n");
	return {
		async texts(text) {
			said = said.replaceAll(/> |\+CMGS: /g, "");
			socket.write('AT+CMGS="+15550100"\r');
			await seen("> ");
			socket.write(`${text}\u001a`);
			await seen("+CMGS: ");
			await taken();
		},
		async answered() {
			socket.write("AT+CMGR=1\r");
			await seen(`+CMGR: `);
			await seen("OK\r\n", 2);
		},
	};
}
