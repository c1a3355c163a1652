import { expect, test } from "vitest";
import { transition } from "../../src/panel/transition.ts";
import { LockedError } from "../../src/store/lock.ts";
import { ownerHere } from "../../src/store/lock-owner.ts";
import { logLine } from "../../src/views/log-text.ts";
import { mailText } from "../../src/views/mail-text.ts";
import { activityText } from "../../src/views/panel/activity-text.ts";
import { personLine, unknownText } from "../../src/views/people-text.ts";
import { anna, panelWithPeople } from "../support/panel-with-people.ts";
import { NOON } from "../support/texting.ts";

/** What a stranger may be called, or write: a line of ours, and orders to a terminal. */
const FOREIGN = "A\nto 999: sent\u001b[2J\u202e\u0007";

const { state } = transition(
	panelWithPeople,
	{
		type: "wrong-code",
		listed: false,
		by: { via: "sms", from: FOREIGN, key: `name ${FOREIGN}` },
	},
	NOON,
);
const [entry] = state.runtime.log.slice(-1);
const unknown = [{ from: FOREIGN, at: NOON, count: 1 }];
const sent = { to: FOREIGN, text: FOREIGN };

const lines: readonly (readonly [string, () => string])[] = [
	["the event log", () => (entry === undefined ? "" : logLine(state, entry))],
	[
		"a text that was sent",
		() =>
			mailText(
				{ type: "sent", ...sent, outcome: { sent: true, references: [1] } },
				true,
			),
	],
	[
		"a text that was not sent",
		() =>
			mailText(
				{
					type: "sent",
					...sent,
					outcome: { sent: false, reason: FOREIGN, retry: false },
				},
				false,
			),
	],
	[
		"an activity",
		() =>
			activityText(
				{
					id: 1,
					at: NOON,
					state,
					type: "sent",
					...sent,
					outcome: "sent",
				},
				panelWithPeople,
			),
	],
	["a person", () => personLine({ ...anna, name: FOREIGN })],
	[
		"an unknown sender",
		() => {
			const { runtime } = state;
			const guard = { ...runtime.guard, unknown };
			return unknownText({ ...state, runtime: { ...runtime, guard } });
		},
	],
	[
		"the owner of a lock",
		() =>
			new LockedError("panel-config.json", {
				...ownerHere({ command: FOREIGN, started: NOON }),
				host: FOREIGN,
			}).message,
	],
];

test.each(lines)("%s is one line, and orders a terminal nothing", (_, line) => {
	const printed = line();
	expect(printed).toContain("A␊to 999: sent␛[2J");
	expect(printed).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});
