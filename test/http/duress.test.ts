import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
	configSchema,
	SCHEMA_VERSION,
} from "../../src/derive/config-schema.ts";
import { replay } from "../../src/index.ts";
import { mz8 } from "../../src/models/mz-8.ts";
import { factoryState, type PanelState } from "../../src/panel/state/state.ts";
import { documentText } from "../../src/store/document-text.ts";
import { type ApiAtHand, anApi } from "../support/api.ts";
import { temporaryFolder } from "../support/folder.ts";
import { ANNA, panelWithPeople } from "../support/panel-with-people.ts";
import { CENTRE, watchedParts } from "../support/watched-panel.ts";

/*
 * The record of a throw-away panel, which somebody keeps: duress shows in it only
 * where it was asked for.
 */

/** A report in words, an entry of the log, an alarm, a change in the lists of alarms. */
const SILENT =
	/silent panic|silent-panic zone|"kind": "silent-panic"|runtime\.(alarms|memory)/;

/** Somebody is told of everything; a panic button is silent. */
const watched: PanelState = {
	...factoryState(mz8.name, mz8.sections),
	users: panelWithPeople.users,
	remote: panelWithPeople.remote,
	...watchedParts,
};

let api: ApiAtHand;
beforeEach(() => {
	api = anApi();
});
afterEach(() => api.close());

/** Everything that is told of an evening that a code ends, and the whole memory behind it. */
async function evening(
	code: string,
	wanted: object,
	isSilentlyAlarmed = false,
) {
	const { body } = await api.post("/v1/panels", {
		snapshot: watched,
		now: "2026-11-20T12:00:00Z",
		...wanted,
	});
	expect(body).toMatchObject({ model: "mz-8" });
	const at = `/v1/panels/${body.id}`;
	const answers: unknown[] = [];
	const post = async (path: string, sent: object) => {
		const { status, body } = await api.post(`${at}/${path}`, sent);
		expect([path, status]).toEqual([path, 200]);
		answers.push(body);
	};
	const pass = (advance: string) => post("clock", { advance });
	await post("steps", { step: "keypad 1234 away" });
	await pass("1m");
	if (isSilentlyAlarmed) {
		await api.post(`${at}/steps`, { step: "zone 5 open" });
		await api.post(`${at}/clock`, { advance: "1m" });
	}
	await post("texts", { text: `DISARM ${code}`, from: ANNA });
	await post("wait", { for: { event: "never" }, within: "1m", since: 0 });
	await pass("5m");
	await post("steps", { step: "keypad 1234 away" });
	await pass("5m");
	await post("steps", { step: `keypad ${code} disarm` });
	await post("claims", { path: "runtime.reports", value: 0 });
	await pass("5m");
	const read = async (path: string) => (await api.get(`${at}/${path}`)).body;
	const { transcript, config } = await read("record?id=evening");
	const told = [
		...answers,
		await read("status"),
		await read("log"),
		await read("state"),
		await read("activity?since=0&state=yes"),
		...(await Promise.all(
			[ANNA, "+15550101", CENTRE].map((number) =>
				read(`phones/${encodeURIComponent(number)}/messages`),
			),
		)),
	].map((each) => JSON.stringify(each, null, "\t"));
	const memory = await read("snapshot");
	return { transcript, config, told, memory };
}

test.each([
	["at once", {}],
	["over a network", { channel: ["delay 2s"], seed: 7 }],
	[
		"with a modem",
		{ lines: [{ number: "+15550123", kind: "in-process" as const }] },
	],
])(
	"a panel that is texted %s tells and records duress as the user's own code",
	async (_, wanted) => {
		const own = await evening("1234", wanted);
		const forced = await evening("9898", wanted);
		// Something more did happen.
		expect(forced.memory).not.toEqual(own.memory);
		for (const [at, told] of forced.told.entries())
			expect(told).toBe(own.told[at]);
		expect(own.transcript).toContain(`>${ANNA} DISARM 1234`);
		expect(own.transcript).toContain("! keypad 1234 disarm");
		expect(forced.transcript).toBe(own.transcript);
		expect(forced.config).toEqual(own.config);
		const shown = await evening("9898", { ...wanted, showDuress: true });
		expect(shown.transcript).toContain(`>${ANNA} DISARM 9898`);
		expect(shown.transcript).toContain("! keypad 9898 disarm");
		expect(shown.told).not.toEqual(own.told);
		expect(shown.told.join()).toContain("duress");
	},
);

test("what raises a silent alarm is left out, and all else is there", async () => {
	const calm = await evening("1234", {});
	const raised = await evening("1234", {}, true);
	expect(raised.memory).not.toEqual(calm.memory);
	expect(raised.told.join()).not.toMatch(SILENT);
	expect(raised.transcript).not.toContain("zone 5 open");
	// The minute behind it passed.
	expect(raised.transcript).toBe(
		calm.transcript.replace(/armed at the keypad: user 1\n/, "$&@ +1m\n"),
	);
	const shown = await evening("1234", { showDuress: true }, true);
	expect(shown.transcript).toContain("! zone 5 open");
	expect(shown.told.join()).toMatch(SILENT);
});

test.each([false, true])(
	"the record holds when it is replayed, duress shown: %s",
	async (showDuress) => {
		const folder = await temporaryFolder();
		const { transcript, config } = await evening("9898", { showDuress });
		const file = join(folder, "evening.smst");
		writeFileSync(file, transcript);
		writeFileSync(
			join(folder, "evening-config.json"),
			documentText(configSchema(mz8))({
				schemaVersion: SCHEMA_VERSION,
				...config,
			}),
		);
		expect(await replay([file])).toMatchObject({ passed: 1, failures: [] });
	},
);
