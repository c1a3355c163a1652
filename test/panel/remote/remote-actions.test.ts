import { expect, test } from "vitest";
import { nextRemoteAction } from "../../../src/panel/remote/remote-actions.ts";
import type { RemoteDone } from "../../../src/panel/state/event.ts";
import { after } from "../../support/panel-builder.ts";
import { panelWithPeople } from "../../support/panel-with-people.ts";
import { NOON } from "../../support/texting.ts";

const waiting = {
	...panelWithPeople,
	remote: { ...panelWithPeople.remote, minimumDelay: 15 },
};
const armed: RemoteDone = {
	type: "remote-done",
	person: 1,
	what: "ARM",
	zones: [3],
	delayed: true,
};

test("the next action waits for the minimum delay from the last one that counts", () => {
	expect(nextRemoteAction(waiting, NOON)).toBeNull();
	const { state } = after(waiting, armed);
	const over = NOON + 15 * 60_000;
	expect(nextRemoteAction(state, NOON)).toBe(over);
	expect(nextRemoteAction(state, over - 1)).toBe(over);
	expect(nextRemoteAction(state, over)).toBeNull();
	const muted = after(waiting, { ...armed, what: "MUTE", delayed: false });
	expect(nextRemoteAction(muted.state, NOON)).toBeNull();
});

test("an action of a time that has not come locks nobody out", () => {
	const { state } = after(waiting, armed);
	expect(nextRemoteAction(state, NOON - 1)).toBeNull();
});

test("the others are told of it by name, and who asked is not", () => {
	const notice = {
		id: 1,
		person: 2,
		at: NOON,
		about: "done",
		what: "ARM",
		subject: 0,
		zones: [3],
		by: "Anna",
	};
	expect(after(waiting, armed).state.runtime.notices).toEqual([notice]);
	// Whoever was removed meanwhile has no name any more.
	expect(
		after(waiting, { ...armed, person: 7 }).state.runtime.notices.map(
			({ person, by }) => ({ person, by }),
		),
	).toEqual([
		{ person: 1, by: "" },
		{ person: 2, by: "" },
	]);
});
