import fc from "fast-check";
import { expect, test } from "vitest";
import { composeSlots } from "../../src/derive/compose.ts";
import { credentialsOf } from "../../src/firmware/answer/authorise.ts";
import type { Response } from "../../src/firmware/answer/response.ts";
import { changes } from "../../src/panel/state/changes.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import type { Arguments } from "../../src/parameters/command-spec.ts";
import type { Value } from "../../src/parameters/kind.ts";
import { type Blank, blank } from "../../src/parameters/parameter.ts";
import { aValueOf } from "../support/arbitraries.ts";
import { argumentsOf, type Case, everyCommand } from "../support/commands.ts";
import { fullPanel } from "../support/full-panel.ts";
import { expectSame } from "../support/same.ts";
import { texted } from "../support/texting.ts";

const keeping = everyCommand.flatMap(([name, which]) =>
	which.command.slots.flatMap(({ name: slot, parameter, kind }) =>
		parameter.role === "field" && parameter.policy === "keep" && kind !== null
			? [[`${name} ${slot}`, { which, slot, kind }] as const]
			: [],
	),
);

/**
 * Law 7, for messages that delete nobody: what a blank keeps is the same
 * before and after. Which part of the state a slot is about is found out by
 * giving it two values and looking at what comes out differently.
 */
test.each(keeping)("%s: a blank keeps", (_, { which, slot, kind }) => {
	const before = fullPanel(which.model);
	let kept = 0;
	fc.assert(
		fc.property(
			argumentsOf(which.command),
			aValueOf(kind),
			aValueOf(kind),
			(args, one, other) => {
				fc.pre(one !== other);
				const given = everyEarlierSlot(which, args, slot);
				const values: readonly (Value | Blank)[] = [blank, one, other];
				const results = values.map((value) =>
					sent(which, before, { ...given, [slot]: value }),
				);
				fc.pre(results.every(({ verdict }) => verdict.type === "done"));
				const [withBlank, withOne, withOther] = results.map(
					({ state }) => state,
				);
				fc.pre(count(withBlank) === count(before));
				const about = changes(withOne, withOther).map(({ path }) => path);
				const changed = changes(before, withBlank)
					.map(({ path }) => path)
					// Deadlines follow from all of what is programmed together.
					.filter((path) => !path.startsWith("runtime.deadlines."));
				if (about.length === 0) expect.fail(`${slot} is about nothing`);
				const lost = changed.filter((path) => about.includes(path));
				expectSame("what a blank changed", lost, []);
				kept += 1;
			},
		),
	);
	expect(kept).toBeGreaterThan(0);
});

// Helpers

/** Slots in front of the one in question have to be said, if only by blanks. */
function everyEarlierSlot(
	{ command }: Case,
	args: Arguments,
	slot: string,
): Arguments {
	const names = command.slots
		.filter(({ parameter }) => parameter.role === "field")
		.map(({ name }) => name);
	const earlier = names.slice(0, names.indexOf(slot));
	const blanks: Arguments = Object.fromEntries(
		earlier.map((name) => [name, blank] as const),
	);
	return { ...blanks, ...args };
}

function sent(
	{ model, command }: Case,
	state: PanelState,
	args: Arguments,
): Response {
	const text = model.dialect.write({
		...credentialsOf(model, state),
		word: command.spec.word,
		slots: composeSlots(command, args),
	});
	return texted(model, state, text);
}

function count(state: PanelState | undefined): string | undefined {
	return (
		state && `${state.users.length} ${state.reporting.destinations.length}`
	);
}
