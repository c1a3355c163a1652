import { describe, expect, test } from "vitest";
import { readJsonLine } from "../src/conversation/json-line.ts";
import { writeJsonLine } from "../src/conversation/write-json-line.ts";
import { behaviours } from "../src/derive/behaviour.ts";
import { attributes } from "../src/panel/state/fields/attributes.ts";
import type { PanelState } from "../src/panel/state/state.ts";
import { readTypedEvent } from "../src/panel/typed-event.ts";
import { failureReports } from "../src/replay/report/failure-reports.ts";
import { failureText } from "../src/replay/report/reporters/pretty.ts";
import { runConversation } from "../src/simulation/run-conversation.ts";
import { corpus } from "./support/corpus.ts";

// The readable specification: the same files that `alarmpanel replay` runs.
const held = await corpus();
const conversations = held.map(({ located }) => located.conversation);

describe.each(held)("$located.conversation.id", ({ located, beginning }) => {
	const { conversation } = located;

	test("holds", () => {
		const ran = runConversation(conversation, beginning);
		const failures = failureReports(located, beginning, ran, true);
		expect(failures.map(failureText).join("")).toBe("");
	});

	test("names its source, and is the same as a line of JSON", () => {
		expect(conversation.source).not.toBeNull();
		expect(readJsonLine(writeJsonLine(conversation)).conversation).toEqual(
			conversation,
		);
	});
});

test("no two have the same id", () => {
	const ids = conversations.map(({ id, model }) => `${model} ${id}`);
	expect(ids).toEqual([...new Set(ids)]);
});

test("each thing that the panel does by itself has one, tagged with its rule", () => {
	const tagged = conversations.flatMap(({ tags }) =>
		tags.filter((tag) => tag.startsWith("rule:")),
	);
	// A conversation has no modem that could keep a result to itself: doubts.test.ts.
	const rules = behaviours
		.map(({ id }) => `rule:${id}`)
		.filter((rule) => rule !== "rule:report/in-doubt");
	expect([...new Set(tagged)].sort()).toEqual(rules.sort());
});

test("each rule of the seed's SMS commands has one, and each of its hazards is shown not to happen", () => {
	const tagged = (head: string) => [
		...new Set(
			conversations.flatMap(({ tags }) =>
				tags.filter((tag) => tag.startsWith(head)),
			),
		),
	];
	const rules = Array.from({ length: 29 }, (_, at) => `seed:A${at + 1}`);
	expect(tagged("seed:A").sort()).toEqual(rules.sort());
	expect(tagged("hazard:").sort()).toEqual([
		"hazard:code-reuse",
		"hazard:delay-option-word",
		"hazard:delay-restart",
		"hazard:empty-sender",
		"hazard:joined-sms",
		"hazard:negative-index",
		"hazard:stale-sms",
		"hazard:switch-while-pending",
		"hazard:turkish-i",
	]);
});

test("a zone of each attribute is set off in each mode and countdown", () => {
	const modes = ["away", "home-1", "home-2", "home-3"];
	const situations = [
		"disarm",
		...modes,
		...modes.map((mode) => `exit ${mode}`),
		...modes.map((mode) => `entry ${mode}`),
	];
	const pairs = attributes.flatMap(({ value }) =>
		situations.map((situation) => `${value}: ${situation}`),
	);
	const touched = new Set(held.flatMap(settingsOff));
	expect(pairs.filter((pair) => !touched.has(pair))).toEqual([]);
});

// Helpers

/** `entry: exit away` for each time that a zone with a device is set off. */
function settingsOff({ located, beginning }: (typeof held)[number]) {
	const { conversation } = located;
	const found: string[] = [];
	let before = beginning.state;
	runConversation(conversation, beginning, {
		onStep(at, _, after) {
			const step = conversation.steps[at];
			const read = step?.type === "event" ? readTypedEvent(step.text) : null;
			if (read?.ok && read.event.type === "zone-signal") {
				const { zone: id, signal } = read.event;
				const zone = before.zones.find((one) => one.id === id);
				const wasOpen = before.runtime.open.includes(id);
				if (zone !== undefined && signal !== "close" && !wasOpen)
					found.push(`${zone.attribute}: ${whereIs(before)}`);
			}
			before = after;
		},
	});
	return found;
}

function whereIs({ runtime }: PanelState): string {
	const { mode, into, home, entry } = runtime;
	const named = (which: typeof into | typeof mode) =>
		which === "home" ? `home-${home}` : `${which}`;
	if (mode === "arming") return `exit ${named(into)}`;
	return entry === null ? named(mode) : `entry ${named(mode)}`;
}
