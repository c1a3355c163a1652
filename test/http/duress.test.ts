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
import { aZone } from "../support/panel-with-zones.ts";

/*
 * The record of a throw-away panel, which somebody keeps: duress shows in it only
 * where it was asked for.
 */

const CENTRE = "+15550188";

/** Somebody is told of everything; a panic button is silent. */
const watched: PanelState = {
	...factoryState(mz8.name, mz8.sections),
	users: panelWithPeople.users,
	remote: panelWithPeople.remote,
	zones: [
		...panelWithPeople.zones,
		{ ...aZone(5, "silent-panic"), name: "Button" },
	],
	reporting: {
		...panelWithPeople.reporting,
		destinations: [
			{
				...{ id: 1, group: 1, level: "all" as const, carrier: "" },
				url: `sms://${CENTRE}`,
			},
		],
	},
};

let api: ApiAtHand;
beforeEach(() => {
	api = anApi();
});
afterEach(() => api.close());

/** The record and the status behind an evening that a code ends, and what the centre got. */
async function evening(
	code: string,
	wanted: object,
	isSilentlyAlarmed = false,
) {
	const { body } = await api.post("/v1/panels", {
		...{ snapshot: watched, now: "2026-11-20T12:00:00Z", ...wanted },
	});
	expect(body).toMatchObject({ model: "mz-8" });
	const at = `/v1/panels/${body.id}`;
	await api.post(`${at}/steps`, { step: "keypad 1234 away" });
	await api.post(`${at}/clock`, { advance: "1m" });
	if (isSilentlyAlarmed) {
		await api.post(`${at}/steps`, { step: "zone 5 open" });
		await api.post(`${at}/clock`, { advance: "1m" });
	}
	await api.post(`${at}/texts`, { text: `DISARM ${code}`, from: ANNA });
	await api.post(`${at}/clock`, { advance: "5m" });
	await api.post(`${at}/steps`, { step: "keypad 1234 away" });
	await api.post(`${at}/clock`, { advance: "5m" });
	await api.post(`${at}/steps`, { step: `keypad ${code} disarm` });
	await api.post(`${at}/clock`, { advance: "5m" });
	const read = async (path: string) => (await api.get(`${at}/${path}`)).body;
	const { transcript, config } = await read("record?id=evening");
	const { next: _, ...status } = await read("status");
	const { messages } = await read(
		`phones/${encodeURIComponent(CENTRE)}/messages`,
	);
	const reported = messages.map(({ text }: { text: string }) => text);
	return { transcript, config, status, reported };
}

test.each([
	["at once", {}],
	["over a network", { channel: ["delay 2s"], seed: 7 }],
	[
		"with a modem",
		{ lines: [{ number: "+15550123", kind: "in-process" as const }] },
	],
])(
	"a panel that is texted %s records duress as the user's own code",
	async (_, wanted) => {
		const own = await evening("1234", wanted);
		const forced = await evening("9898", wanted);
		expect(forced.reported).not.toEqual(own.reported);
		expect(own.transcript).toContain(`>${ANNA} DISARM 1234`);
		expect(own.transcript).toContain("! keypad 1234 disarm");
		expect(forced.transcript).toBe(own.transcript);
		expect([forced.config, forced.status]).toEqual([own.config, own.status]);
		const shown = await evening("9898", { ...wanted, showDuress: true });
		expect(shown.transcript).toContain(`>${ANNA} DISARM 9898`);
		expect(shown.transcript).toContain("! keypad 9898 disarm");
		expect(shown.reported).toEqual(forced.reported);
	},
);

test("what raises a silent alarm is left out, and all else is there", async () => {
	const calm = await evening("1234", {});
	const raised = await evening("1234", {}, true);
	expect(raised.reported).not.toEqual(calm.reported);
	expect(raised.transcript).not.toContain("zone 5 open");
	// The minute behind it passed.
	expect(raised.transcript).toBe(
		calm.transcript.replace(/armed at the keypad: user 1\n/, "$&@ +1m\n"),
	);
	const shown = await evening("1234", { showDuress: true }, true);
	expect(shown.transcript).toContain("! zone 5 open");
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
