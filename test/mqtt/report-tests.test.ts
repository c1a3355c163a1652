import { expect, test } from "vitest";
import { describeMqttNews } from "../../src/mqtt/mqtt-news.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import type {
	Receiver,
	ReportReception,
} from "../../src/receivers/receiver.ts";
import type { SendOutcome } from "../../src/sms/mailbox.ts";
import { entity, mqttHouse, ROOT } from "../support/mqtt-house.ts";
import { destination, panelWithZones } from "../support/panel-with-zones.ts";
import { settle } from "../support/scripted-line.ts";
import { testMailbox } from "../support/test-mailbox.ts";

const URL_2 = "ip://1234@127.0.0.1:9/CID";
const panel = panelWithZones(["entry", "burglar", "silent-panic"]);
/** The first destination is a phone, the second a receiver. */
const house: PanelState = {
	...panel,
	users: [
		{ id: 1, name: "", pin: "1234", latch: true },
		{ id: 98, name: "", pin: "9898", latch: true },
	],
	reporting: {
		...panel.reporting,
		destinations: [destination(1), { ...destination(2), url: URL_2 }],
	},
};
const NOTHING = { arrival: null, why: null, at: null };
const answer = { command: "report", ok: true, why: null };
const done = { ...answer, until: null, faults: [] };

/** A house whose texts a test holds, and whose receiver says what a test wants. */
async function tested(
	state = house,
	reception: ReportReception = {
		reached: true,
		answer: "ACK",
		milliseconds: 12,
	},
) {
	const at = await mqttHouse({ state });
	const mailbox = testMailbox();
	const sent: string[] = [];
	const room = {
		open: (): Receiver => ({
			async send({ event }) {
				sent.push(event);
				return reception;
			},
			close: async () => {},
		}),
	};
	const connect = () => {
		at.panel.serve(mailbox, () => {});
		at.panel.report(room.open, () => {});
	};
	connect();
	return Object.assign(at, {
		mailbox,
		sent,
		connect,
		press: async (id: number) => {
			at.home.send(entity(`send_test_report_${id}`), "TEST");
			await settle();
		},
		shown: (id: number) => at.home.state(entity(`test_report_${id}`)),
		state: (id: number) => at.told(`state/report/${id}/test`),
	});
}

test("a test report is sent by a button, and what came of it stands in a sensor", async () => {
	const at = await tested();
	expect([at.shown(1), at.shown(2)]).toEqual(["unknown", "unknown"]);
	expect(at.state(1)).toEqual(NOTHING);
	await at.press(1);
	await at.press(2);
	expect(at.mailbox.happened).toEqual(["sent +15550201 periodic test"]);
	expect(at.sent).toEqual(["test"]);
	expect([at.shown(1), at.shown(2)]).toEqual(["sent", "delivered"]);
	expect(at.state(1)).toEqual({
		arrival: "sent",
		why: "the network has taken it; whether it arrived is not known",
		at: "2026-11-20T12:00:00Z",
	});
	expect(at.state(2)).toEqual({
		arrival: "delivered",
		why: null,
		at: "2026-11-20T12:00:00Z",
	});
	expect(at.all("answer")).toEqual([done, done]);
	expect(
		at.panel.state.runtime.log.map(({ event, by }) => [event, by]),
	).toEqual([
		["tested", "mqtt"],
		["tested", "mqtt"],
	]);
	expect(at.home.faults).toEqual([]);
	expect(at.home.events).toEqual([]);
});

const refused: SendOutcome = {
	sent: false,
	reason: "the modem answered +CMS ERROR: 38",
	retry: false,
};
const unseen: SendOutcome = {
	sent: false,
	reason: "the modem did not answer",
	retry: false,
	unseen: true,
};

test.each([
	[refused, "failed", "the modem answered +CMS ERROR: 38"],
	[unseen, "unanswered", "the modem did not answer"],
])("a text of which %j came is told as %s", async (outcome, arrival, why) => {
	const at = await tested();
	at.mailbox.outcomes.push(outcome);
	await at.press(1);
	expect(at.state(1)).toEqual({ arrival, why, at: "2026-11-20T12:00:00Z" });
	expect(at.all("answer")).toEqual([{ ...done, ok: false, why }]);
});

test.each([
	["no-connection", "failed"],
	["no-answer", "unanswered"],
	["refused-nak", "failed"],
	["refused-duh", "failed"],
	["closed", "unanswered"],
] as const)("a receiver with %s is told as %s", async (why, arrival) => {
	const at = await tested(house, { reached: false, why, message: "so it is" });
	await at.press(2);
	expect(at.state(2)).toEqual({
		arrival,
		why: "so it is",
		at: "2026-11-20T12:00:00Z",
	});
	expect(at.all("answer")).toEqual([{ ...done, ok: false, why: "so it is" }]);
});

test("a test from elsewhere is told in the same sensor", async () => {
	const at = await tested();
	await at.panel.testReport(2);
	expect(at.shown(2)).toBe("delivered");
	expect(at.all("answer")).toEqual([]);
});

test("a destination is tested once a minute, and all of them ten times a day, also over a restart", async () => {
	const at = await tested();
	await at.press(1);
	await at.press(1);
	const again = "destination 1 was tested less than a minute ago";
	expect(at.all("answer")).toEqual([done, { ...done, ok: false, why: again }]);
	// What was refused says nothing of the one before.
	expect(at.shown(1)).toBe("sent");
	await at.press(2);
	for (let minute = 1; minute < 5; minute++) {
		await at.pass(60);
		await at.press(1);
		await at.press(2);
	}
	expect(at.mailbox.happened).toHaveLength(5);
	expect(at.sent).toHaveLength(5);
	const spent = {
		...done,
		ok: false,
		why: "too many test reports in a day",
		until: "2026-11-21T12:00:00Z",
	};
	await at.pass(60);
	await at.press(1);
	expect(at.all("answer").at(-1)).toEqual(spent);
	await at.restart("in order");
	at.connect();
	await at.press(2);
	expect(at.all("answer").at(-1)).toEqual(spent);
	expect([at.mailbox.happened.length, at.sent.length]).toEqual([5, 5]);
	// Who is at the machine is not limited by it.
	expect(await at.panel.testReport(2)).toMatchObject({ reached: true });
	await at.clock.advanceTo(Date.UTC(2026, 10, 21, 12));
	await settle();
	await at.press(1);
	expect(at.all("answer").at(-1)).toEqual(done);
});

test("a retained command tests nothing, nor does one that says something else, or of a destination that there is not", async () => {
	const at = await tested();
	const topic = (id: number) => `${ROOT}/command/report/${id}/test`;
	await at.says(topic(1), "TEST", true);
	await at.says(topic(1), "test");
	await at.says(topic(1), '{"code":"1234"}');
	await at.says(`${ROOT}/command/report/1`, "TEST");
	await at.says(`${ROOT}/command/report/01/test`, "TEST");
	await at.says(topic(7), "TEST");
	await at.restart("in order");
	at.connect();
	await settle();
	expect(at.mailbox.happened).toEqual([]);
	expect(at.all("answer")).toEqual([
		{ ...done, ok: false, why: "destination: there is no destination 7" },
	]);
	const ignored = (on: string, why: string) =>
		`MQTT: a message on ${on} is ignored: ${why}`;
	const retained = ignored(
		topic(1),
		`a retained command is never carried out; clear it: mosquitto_pub -r -n -t ${topic(1)}`,
	);
	expect(at.news.map(describeMqttNews)).toEqual([
		retained,
		ignored(topic(1), "TEST is all that can be asked here"),
		ignored(`${ROOT}/command/report/1`, "nothing is heard on this topic"),
		ignored(`${ROOT}/command/report/01/test`, "nothing is heard on this topic"),
	]);
});

test("nobody waits for a test to disarm, and a flood of tests is one", async () => {
	const at = await tested();
	let go: () => void = () => {};
	const { send } = at.mailbox;
	at.mailbox.send = async (to, text) => {
		await new Promise<void>((resolve) => {
			go = resolve;
		});
		return await send.call(at.mailbox, to, text);
	};
	await at.happens("keypad 1234 away");
	for (let times = 0; times < 50; times++)
		at.broker.publish(`${ROOT}/command/report/1/test`, "TEST");
	await settle();
	await at.asks({ action: "DISARM", code: "1234" });
	expect(at.home.state(entity("panel"))).toBe("disarmed");
	expect(at.shown(1)).toBe("unknown");
	go();
	await settle();
	expect(at.mailbox.happened).toEqual(["sent +15550201 periodic test"]);
	expect(at.shown(1)).toBe("sent");
	expect(at.news.map(describeMqttNews)).toEqual([
		`MQTT: a message on ${ROOT}/command/report/1/test is ignored: a test report is under way there`,
	]);
	expect(at.all("answer").map(({ command }) => command)).toEqual([
		...["mode", "report"],
	]);
});

test("what cannot be written down is not sent", async () => {
	const troubles: unknown[] = [];
	const at = await mqttHouse({
		state: house,
		onTrouble: (error) => troubles.push(error),
	});
	const mailbox = testMailbox();
	at.panel.serve(mailbox, () => {});
	at.failToSave(true);
	await at.says(`${ROOT}/command/report/1/test`, "TEST");
	expect(mailbox.happened).toEqual([]);
	expect(at.all("answer")).toEqual([
		{ ...done, ok: false, why: "it could not be written down" },
	]);
	expect(troubles).toHaveLength(1);
	at.failToSave(false);
	await at.says(`${ROOT}/command/report/1/test`, "TEST");
	expect(mailbox.happened).toEqual(["sent +15550201 periodic test"]);
});

test("buttons and sensors follow the destinations; what went to another address says nothing of this one", async () => {
	const at = await tested();
	await at.press(1);
	await at.press(2);
	const program = async (
		destinations: PanelState["reporting"]["destinations"],
	) => {
		await at.panel.reprogram((state) => ({
			...state,
			reporting: { ...state.reporting, destinations },
		}));
		await at.pass(15);
	};
	await program([
		{ ...destination(1), url: "sms://+15550299" },
		...house.reporting.destinations.slice(1),
	]);
	expect(at.state(1)).toEqual(NOTHING);
	expect(at.shown(2)).toBe("delivered");
	await program([destination(3)]);
	expect(at.state(2)).toBeNull();
	expect(
		[...at.home.entities.keys()].filter((id) => id.includes("test_report")),
	).toEqual([entity("send_test_report_3"), entity("test_report_3")]);
	await at.restart("killed");
	expect(at.state(3)).toEqual(NOTHING);
});

test("duress and a silent button leave no trace in a test", async () => {
	const evening = async (code: string, isPressed: boolean) => {
		const at = await tested();
		await at.happens("keypad 1234 away");
		await at.asks({ action: "DISARM", code });
		if (isPressed) await at.happens("zone 3 open");
		await at.press(1);
		await at.press(2);
		await at.press(2);
		await at.pass(60);
		await at.press(2);
		return {
			// But for what Home Assistant itself sent.
			told: at.broker.published.filter(
				({ topic }) => topic !== `${ROOT}/command/mode`,
			),
			news: at.news,
			reports: at.panel.state.runtime.reports,
		};
	};
	const quiet = await evening("1234", false);
	const forced = await evening("9898", true);
	expect({ ...forced, reports: 0 }).toEqual({ ...quiet, reports: 0 });
	expect(forced.reports).toBeGreaterThan(quiet.reports);
});
