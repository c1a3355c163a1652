import { expect, test } from "vitest";
import { withPhoneListed } from "../../src/console/listed-phone.ts";
import { isAbsent, type PagePanel } from "../../src/console/page-panel.ts";
import {
	type PanelInPageOptions,
	panelInPage,
} from "../../src/console/panel-in-page.ts";
import { panelWithModem } from "../../src/console/panel-with-modem.ts";
import { readTranscript } from "../../src/conversation/read-transcript.ts";
import { allModels } from "../../src/models/models.ts";
import { mz8 } from "../../src/models/mz-8.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { factoryState, type PanelState } from "../../src/panel/state/state.ts";
import { runConversation } from "../../src/simulation/run-conversation.ts";
import { factory, having } from "../support/panel-builder.ts";

const START = Date.UTC(2026, 0, 1);
const PHONE = "+15550101";
const CAN = ["arm", "disarm", "bypass", "status", "program"];

type Make = (options: PanelInPageOptions) => Promise<PagePanel>;
/** How a panel is texted, and how its record begins. */
const kinds: readonly (readonly [string, Make, string])[] = [
	["at once", async (options) => panelInPage(options), ""],
	["by a modem", panelWithModem, "! gsm found\n"],
];

/** The panel that is put on the page when a phone is listed, and what it remembers. */
async function listed(
	make: Make,
	before: (panel: PagePanel) => Promise<unknown>,
	model = vst2752,
) {
	const options = { model, now: START, seed: 1 };
	let fresh: PagePanel | null = null;
	let memory: PanelState = factory;
	const panel = await make({
		...options,
		onAnew: async (beginning, now) => {
			memory = beginning;
			fresh = await make({ ...options, now, beginning });
		},
	});
	await before(panel);
	await panel.listPhone?.(PHONE);
	panel.close();
	return { panel: fresh ?? panel, memory };
}

test.each(kinds)(
	"a phone that is listed arms and disarms a panel that is texted %s, and the record holds",
	async (_, make, beginning) => {
		const { panel, memory } = await listed(make, async (unlisted) => {
			await unlisted.text("PROG 7982 USRS:1,4711,,1");
			if (unlisted.clock.kind === "virtual") await unlisted.clock.advance("1m");
		});
		expect(memory.remote.people).toMatchObject([
			{ name: "Anna", numbers: [PHONE], user: 1, can: CAN },
		]);
		for (const text of ["STATUS", "ARM", "DISARM 1234", "disarm 4711"])
			await panel.text(text);
		const { transcript, config } = await panel.record();
		expect(transcript).toBe(`id page
model vst-2752
config page-config.json
@ 2026-01-01T00:01:00Z
${beginning}> STATUS
< The house is disarmed.
> ARM
< Arming away: 30 s to leave.
> DISARM 1234
< Not done. Check the real state first: STATUS
> disarm 4711
< The house is disarmed.
`);
		expect(config).toEqual(memory);
		const [found] = readTranscript(transcript, "page.smst");
		if (found?.located == null) throw new Error(transcript);
		const { failures } = runConversation(found.located.conversation, {
			model: vst2752,
			state: config as PanelState,
		});
		expect(failures).toEqual([]);
		panel.close();
	},
);

test.each(kinds)(
	"a panel that is texted %s that knows a duress code tells what it remembered only while duress is shown",
	async (_, make) => {
		const { panel, memory } = await listed(
			make,
			async (unlisted) => {
				await unlisted.text("PROG 7982 USRS:1,98,9999,");
				await unlisted.step("keypad 9999 disarm");
			},
			mz8,
		);
		expect(memory.users.map(({ id }) => id)).toEqual([1, 98]);
		const { config } = await panel.record();
		expect(config !== null && isAbsent(config) && config.why).toBe(
			"The panel's memory at the beginning may tell of silent alarms. Tick Show duress in the log to get it.",
		);
		if (panel.showDuress !== null) panel.showDuress.value = true;
		expect((await panel.record()).config).toEqual(memory);
		panel.close();
	},
);

test.each(allModels().map(({ name }) => name))(
	"%s takes plain words from a phone that is listed",
	(name) => {
		const model = allModels().find((each) => each.name === name) ?? vst2752;
		const state = factoryState(model.name, model.sections);
		const panel = panelInPage({
			model,
			now: START,
			seed: 1,
			beginning: withPhoneListed(state, PHONE),
		});
		return expect(panel.text("STATUS")).resolves.toMatchObject({
			replies: ["The house is disarmed."],
		});
	},
);

test("a second phone is another person's, with the PIN of a user whom nobody has", () => {
	const users = having(factory, { type: "set-user", user: 2, pin: "4711" });
	const numbers = [PHONE, "+15550102", "+15550103", "+15550104"];
	const state = numbers.reduce(withPhoneListed, users);
	expect(state.remote.people.map(({ name, user }) => [name, user])).toEqual([
		["Anna", 1],
		["Ben", 2],
		["Person 3", 1],
		["Person 4", 1],
	]);
});

test.each([
	["+15550101", "number: Anna has it already"],
	["", "number: missing"],
	["+15550101155501011555", "number: 1 to 20 characters"],
])("a phone %j that the list cannot have is refused", (number, why) => {
	const state = withPhoneListed(factory, PHONE);
	expect(() => withPhoneListed(state, number)).toThrow(why);
});
