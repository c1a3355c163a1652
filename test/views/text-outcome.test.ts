import { expect, test } from "vitest";
import { maskedState } from "../../src/derive/secrets.ts";
import { createPanel } from "../../src/index.ts";
import type { Person } from "../../src/panel/state/remote-access.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { whyOf } from "../../src/views/text-outcome.ts";
import { factory } from "../support/panel-builder.ts";
import { anna } from "../support/panel-with-people.ts";

const forms = new Map([["USRS", "USRS:user,[pin],[name],[latch]"]]);

async function heard(text: string, snapshot: PanelState | null = null) {
	const panel = await createPanel(snapshot === null ? {} : { snapshot });
	await panel.text(text);
	const [activity] = panel.activity.from(0);
	if (activity?.type !== "text") throw new Error("it was not heard");
	return activity;
}

async function whyAfter(text: string) {
	return whyOf(await heard(text), forms);
}

/** What stands beside a silence, of a panel on file or of any other. */
async function reasonOf(
	text: string,
	people: readonly Person[],
	isOnFile: boolean,
) {
	const activity = await heard(text, {
		...factory,
		remote: { ...factory.remote, people },
	});
	const state = isOnFile
		? (maskedState(activity.state) as PanelState)
		: activity.state;
	const why = whyOf({ ...activity, state }, forms);
	return why?.kind === "silence" ? why.reason : null;
}

test.each([
	[
		"PROG 7983 ECHO:",
		[],
		"no answer: installer code: not this panel's (it is 7982)",
		"no answer: installer code: not this panel's (alarmpanel config show --show-secrets names it)",
	],
	[
		"prog 7982 ECHO:",
		[],
		"no answer: P-Word: not this panel's (capitals and small letters are different; it is PROG)",
		"no answer: P-Word: not this panel's (capitals and small letters are different; alarmpanel config show --show-secrets names it)",
	],
	[
		"ARM",
		[anna],
		"no answer: sender: not on the list, and this is no installer message",
		"no answer: sender: not on the list, and this is no installer message (alarmpanel people add +15550101 --name NAME --user 1 --can arm,disarm)",
	],
	[
		"DISARM 1234",
		[],
		"no answer: sender: not on the list, and this is no installer message",
		"no answer: sender: not on the list, and this is no installer message (alarmpanel people add +15550101 --name NAME --user 1 --can arm,disarm)",
	],
	[
		"PROG",
		[],
		"no answer: installer code: missing, nothing follows the P-Word (write PWORD CODE WORD:p1,p2)",
		"no answer: installer code: missing, nothing follows the P-Word (write PWORD CODE WORD:p1,p2)",
	],
])(
	"the reason of the silence after %s names a verb only where it helps",
	async (text, people, anywhere, onFile) => {
		expect(await reasonOf(text, people, false)).toBe(anywhere);
		expect(await reasonOf(text, people, true)).toBe(onFile);
	},
);

test.each([
	["PROG 7982 USRS:1,1234,JOHN,1", null],
	[
		"PROG 7982 USRS:1,12",
		{
			kind: "refused",
			text: "PROG 7982 USRS:1,12",
			diagnostics: [
				{
					code: "parameter/digits",
					parameter: "pin",
					message: "user PIN: 4 digits, this has 2",
					hint: null,
					start: 17,
					end: 19,
				},
			],
			form: "USRS:user,[pin],[name],[latch]",
		},
	],
	[
		"PROG 7983 USRS:1,1234",
		{
			kind: "silence",
			code: "credentials/code",
			reason: "no answer: installer code: not this panel's (it is 7982)",
		},
	],
])("why %s got its answer", async (text, why) => {
	expect(await whyAfter(text)).toEqual(why);
});
