import { expect, test } from "vitest";
import { metricsText } from "../../src/http/metrics/metric.ts";
import { readTypedEvent } from "../../src/panel/typed-event.ts";
import type { ReportReception } from "../../src/receivers/receiver.ts";
import { aHouse, type House } from "../support/house.ts";
import { houseWithModem } from "../support/house-with-modem.ts";
import { ANNA, KEY, panelWithPeople } from "../support/panel-with-people.ts";
import { aZone } from "../support/panel-with-zones.ts";
import { reportingTo } from "../support/readiness.ts";
import { NOON } from "../support/texting.ts";
import { watchedParts } from "../support/watched-panel.ts";

/** What is there of the panel, without what differs from run to run. */
async function scraped(house: House): Promise<string> {
	const answer = await house.get("/metrics");
	expect(answer.headers.get("Content-Type")).toBe(
		"text/plain; version=0.0.4; charset=utf-8",
	);
	return (await answer.text())
		.split("\n")
		.filter((line) => !line.startsWith("#"))
		.filter(
			(line) =>
				!/^(process|nodejs)_|_seconds_(bucket|sum)|_info|http_request_seconds/.test(
					line,
				),
		)
		.join("\n");
}

test("what is measured of a panel", async () => {
	const house = await aHouse();
	await house.mailbox.bring("PROG 7982 ECHO:");
	await house.mailbox.bring("PROG 7983 ECHO:");
	await house.mailbox.bring("PROG 7982 USRS:2,1");
	await house.mailbox.bring("ARM", { from: "+33699999999" });
	await house.happens("mains fail");
	await house.pass(1000);
	await house.get("/v1/panels/house/status");
	await house.get("/v1/panels/nobody");
	await house.request("/v1/panels", { method: "BREW" });
	expect(await scraped(house)).toMatchInlineSnapshot(`
		"alarmpanel_mode{mode="disarm"} 1
		alarmpanel_mode{mode="home"} 0
		alarmpanel_mode{mode="away"} 0
		alarmpanel_mode{mode="arming"} 0
		alarmpanel_alarm_active{kind="burglar"} 0
		alarmpanel_alarm_active{kind="perimeter"} 0
		alarmpanel_alarm_active{kind="interior"} 0
		alarmpanel_alarm_active{kind="cross-zone"} 0
		alarmpanel_alarm_active{kind="24-hour"} 0
		alarmpanel_alarm_active{kind="fire"} 0
		alarmpanel_alarm_active{kind="medical"} 0
		alarmpanel_alarm_active{kind="water"} 0
		alarmpanel_alarm_active{kind="panic"} 0
		alarmpanel_alarm_active{kind="tamper"} 0
		alarmpanel_alarm_active{kind="panel-tamper"} 0
		alarmpanel_zone_open{zone="1"} 0
		alarmpanel_zone_open{zone="3"} 0
		alarmpanel_zone_open{zone="4"} 0
		alarmpanel_zone_bypassed{zone="1"} 0
		alarmpanel_zone_bypassed{zone="3"} 0
		alarmpanel_zone_bypassed{zone="4"} 0
		alarmpanel_zone_tampered{zone="1"} 0
		alarmpanel_zone_tampered{zone="3"} 0
		alarmpanel_zone_tampered{zone="4"} 0
		alarmpanel_zone_battery_low{zone="1"} 0
		alarmpanel_zone_battery_low{zone="3"} 0
		alarmpanel_zone_battery_low{zone="4"} 0
		alarmpanel_trouble{trouble="mains"} 1
		alarmpanel_trouble{trouble="battery-low"} 0
		alarmpanel_trouble{trouble="battery-missing"} 0
		alarmpanel_trouble{trouble="panel-tamper"} 0
		alarmpanel_trouble{trouble="jam"} 0
		alarmpanel_trouble{trouble="gsm"} 0
		alarmpanel_trouble{trouble="sim"} 0
		alarmpanel_trouble{trouble="receiver"} 0
		alarmpanel_sms_queue_messages 0
		alarmpanel_report_outbox_reports 0
		alarmpanel_guard_locked{way="keypad"} 0
		alarmpanel_guard_locked{way="sms"} 0
		alarmpanel_guard_locked{way="mqtt"} 0
		alarmpanel_modem_up 0
		alarmpanel_modem_registered 0
		alarmpanel_sms_received_total{outcome="done"} 1
		alarmpanel_sms_received_total{outcome="refused"} 1
		alarmpanel_sms_received_total{outcome="unknown"} 1
		alarmpanel_sms_received_total{outcome="strange"} 1
		alarmpanel_sms_sent_total{outcome="sent"} 2
		alarmpanel_sms_sent_total{outcome="delivered"} 0
		alarmpanel_sms_sent_total{outcome="failed"} 0
		alarmpanel_sms_sent_total{outcome="in-doubt"} 0
		alarmpanel_modem_restarts_total 0
		alarmpanel_modem_at_errors_total 0
		alarmpanel_guard_wrong_codes_total{way="keypad"} 0
		alarmpanel_guard_wrong_codes_total{way="sms"} 1
		alarmpanel_guard_wrong_codes_total{way="mqtt"} 0
		alarmpanel_store_write_seconds_count 5
		alarmpanel_store_write_errors_total 0
		alarmpanel_test_panels 0
		alarmpanel_http_requests_total{route="/v1/panels/{panel}/status",method="GET",status="200"} 1
		alarmpanel_http_requests_total{route="/v1/panels/{panel}",method="GET",status="404"} 1
		alarmpanel_http_requests_total{route="/v1/panels",method="other",status="405"} 1
		"
	`);
	await house.close();
});

test("no PIN, code, number, name or text in any line", async () => {
	const house = await aHouse();
	await house.mailbox.bring("ARM 1234", { from: ANNA });
	await house.mailbox.bring("PROG 7982 USRS:2,5555,Ben");
	await house.happens("keypad 1234 disarm");
	await house.pass(60_000);
	const text = await scraped(house);
	for (const secret of [
		ANNA,
		KEY,
		"1234",
		"5555",
		"7982",
		"Anna",
		"Ben",
		"ARM",
	])
		expect(text).not.toContain(secret);
	await house.close();
});

test("duress and silent alarms leave no trace", async () => {
	const evening = async (step: string) => {
		const state = {
			...panelWithPeople,
			users: [
				...panelWithPeople.users,
				{ id: 98, name: "", pin: "9898", latch: true },
			],
			zones: [aZone(3, "silent-panic")],
			reporting: {
				...panelWithPeople.reporting,
				destinations: [
					{
						id: 1,
						url: "sms://+15550177",
						group: 1,
						level: "all",
						carrier: "",
					},
				],
			},
		} as const;
		const house = await aHouse({ state });
		await house.happens("keypad 1234 away");
		await house.pass(120_000);
		await house.happens(step);
		await house.pass(60_000);
		const text = await scraped(house);
		await house.close();
		return text;
	};
	expect(await evening("keypad 9898 disarm")).toBe(
		await evening("keypad 1234 disarm"),
	);
});

test("a silent report that the modem refuses leaves no trace", async () => {
	const evening = async (step: string) => {
		const state = { ...panelWithPeople, ...watchedParts };
		const { modem, panel, held, pass } = await houseWithModem(true, state);
		// Without it no text leaves.
		modem.equipment.serviceCentre = "";
		for (const each of [step, "battery low"]) {
			const read = readTypedEvent(each);
			if (!read.ok) throw new Error(each);
			await panel.happens(read.event);
			await pass(100_000);
		}
		return metricsText(held.measured?.metrics() ?? [])
			.split("\n")
			.filter((line) => !/_info|_seconds_(bucket|sum)/.test(line));
	};
	const told = await evening("keypad 9898 disarm");
	expect(told).toEqual(await evening("keypad 1234 disarm"));
	expect(told).toContain("alarmpanel_modem_at_errors_total 13");
});

test("the credit, once the network has told an amount", async () => {
	const house = await aHouse({
		state: {
			...panelWithPeople,
			remote: { ...panelWithPeople.remote, creditCode: "*100#" },
		},
	});
	const credit = async () =>
		(await scraped(house))
			.split("\n")
			.filter((line) => line.startsWith("alarmpanel_credit"));
	const answered = async (text: string) =>
		await house.panel.happens({
			type: "credit-known",
			to: "",
			text,
			by: { via: "clock" },
		});
	expect(await credit()).toEqual([]);
	await answered("The network tells no credit.");
	expect(await credit()).toEqual([]);
	await answered("Credit: 12,50 EUR until 01.03.2027");
	const told = [
		'alarmpanel_credit_amount{currency="EUR"} 12.5',
		`alarmpanel_credit_timestamp_seconds ${NOON / 1000}`,
	];
	expect(await credit()).toEqual(told);
	// No amount, and two of which nobody knows which it is.
	await house.pass(1000);
	await answered("You have 3 texts left");
	await answered("Credit 1.00 EUR, bonus 2.00 EUR");
	expect(await credit()).toEqual(told);
	await house.close();
});

test("only who brings the token reads them; whether it lives is told to everybody", async () => {
	const house = await aHouse({ token: "0123456789abcdef" });
	const status = async (path: string, token = "") =>
		(
			await house.get(
				path,
				token === "" ? {} : { Authorization: `Bearer ${token}` },
			)
		).status;
	expect([
		await status("/metrics"),
		await status("/readyz"),
		await status("/healthz"),
		await status("/metrics", "0123456789abcdef"),
	]).toEqual([401, 401, 200, 200]);
	await house.close();
});

test("what receivers answered to reports, and duress among them only when it is shown", async () => {
	const evening = async (step: string, showDuress = false) => {
		const house = await aHouse({ showDuress, state: reportingTo(5) });
		const answers: { readonly [id: number]: ReportReception } = {
			1: { reached: true, answer: "ACK", milliseconds: 3 },
			2: { reached: false, why: "refused-nak", message: "" },
			3: { reached: false, why: "refused-duh", message: "" },
			4: { reached: false, why: "no-answer", message: "" },
			5: { reached: false, why: "no-connection", message: "" },
		};
		const room = house.panel.report(
			(id) => ({
				send: async () => answers[id] as ReportReception,
				close: async () => {},
			}),
			() => {},
		);
		await house.happens("keypad 1234 away");
		await house.pass(40_000);
		await house.happens(step);
		await house.pass(5000);
		const text = await scraped(house);
		await room.close();
		await house.close();
		return text
			.split("\n")
			.filter((line) => /reports_total|_locked/.test(line));
	};
	const plain = await evening("keypad 1234 disarm");
	expect(plain).toMatchInlineSnapshot(`
		[
		  "alarmpanel_guard_locked{way="keypad"} 0",
		  "alarmpanel_guard_locked{way="sms"} 0",
		  "alarmpanel_guard_locked{way="mqtt"} 0",
		  "alarmpanel_reports_total{destination="1",protocol="dc09",outcome="ack"} 2",
		  "alarmpanel_reports_total{destination="2",protocol="dc09",outcome="nak"} 2",
		  "alarmpanel_reports_total{destination="3",protocol="dc09",outcome="duh"} 2",
		  "alarmpanel_reports_total{destination="4",protocol="dc09",outcome="timeout"} 2",
		  "alarmpanel_reports_total{destination="5",protocol="dc09",outcome="refused"} 2",
		]
	`);
	expect(await evening("keypad 9898 disarm")).toEqual(plain);
	expect(await evening("keypad 9898 disarm", true)).not.toEqual(plain);
});

test("how it goes with the broker, where there is one", async () => {
	const commands = { done: 2, refused: 1, ignored: 3 };
	const mqtt = { isConnected: true, reason: null, commands };
	const house = await aHouse({ mqtt: () => mqtt });
	const by = { via: "mqtt" } as const;
	const disarm = { type: "mqtt-mode", mode: "disarm", force: false } as const;
	for (const code of ["0000", "0001", "0002", "0003", "0004", "0005"])
		await house.panel.happens({ ...disarm, code, by });
	const lines = (await scraped(house))
		.split("\n")
		.filter((line) => line.includes("mqtt"));
	expect(lines).toMatchInlineSnapshot(`
		[
		  "alarmpanel_guard_locked{way="mqtt"} 1",
		  "alarmpanel_mqtt_connected 1",
		  "alarmpanel_mqtt_commands_total{outcome="done"} 2",
		  "alarmpanel_mqtt_commands_total{outcome="refused"} 1",
		  "alarmpanel_mqtt_commands_total{outcome="ignored"} 3",
		  "alarmpanel_guard_wrong_codes_total{way="mqtt"} 3",
		]
	`);
	await house.close();
});
