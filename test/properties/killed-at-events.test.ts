import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { beginningOf } from "../../src/conversation/timeline.ts";
import {
	runConversation,
	type StartingPanel,
} from "../../src/simulation/run-conversation.ts";
import { corpus, type LoadedConversation } from "../support/corpus.ts";
import {
	fileOf,
	nextStop,
	type RunResult,
	runWithKill,
	timedStepsOf,
} from "../support/killed-panel.ts";

/*
 * Each panel is real: firmware, mail room and the text of its file. What dies is
 * the process; the virtual clock and the network outlive it.
 */
const conversations = await corpus();

// One in five; the long tests kill at each step of them all.
test("killed after every event and deadline of a conversation, a panel has the same digest in the end", async () => {
	for (const held of conversations.filter((_, at) => at % 5 === 0)) {
		const { model, state } = held.beginning;
		const happenings = timedStepsOf(held);
		const whole = await runWithKill(model, state, begin(held), happenings);
		const killed = await killedAtEach(held);
		const { id } = held.located.conversation;
		expect(`${id} ${digest(held.beginning, killed)}`).toBe(
			`${id} ${digest(held.beginning, whole)}`,
		);
	}
	expect(kills).toBeGreaterThan(300);
});

test("a panel with a mailbox sends what the replay of every conversation says", async () => {
	for (const { located, beginning } of conversations) {
		const texts: string[] = [];
		runConversation(located.conversation, beginning, {
			onStep: (_, sent) =>
				texts.push(...sent.map(({ to, text }) => `${to} ${text}`)),
		});
		const held = { located, beginning };
		// A life has no captures: it sends {{name}} as it stands. Nor has it a network.
		const { steps } = located.conversation;
		if (steps.some((step) => isFilledIn(step) || step.type === "channel"))
			continue;
		const { model, state } = beginning;
		const { sent } = await runWithKill(
			model,
			state,
			begin(held),
			timedStepsOf(held),
		);
		expect([
			located.conversation.id,
			...sent.map(({ to, text }) => `${to} ${text}`),
		]).toEqual([located.conversation.id, ...texts]);
	}
});

// Helpers

let kills = 0;

async function killedAtEach(held: LoadedConversation): Promise<RunResult> {
	const { model } = held.beginning;
	let before = begin(held);
	let last = await runWithKill(model, held.beginning.state, before, []);
	const sent = [...last.sent];
	for (const happening of timedStepsOf(held))
		for (;;) {
			const piece = nextStop(last.state, before, happening);
			last = await runWithKill(model, last.state, before, [piece]);
			kills += 1;
			sent.push(...last.sent);
			before = piece.now;
			if (piece === happening) break;
		}
	return { ...last, sent };
}

function begin({ located }: LoadedConversation): number {
	return beginningOf(located.conversation.steps);
}

function digest({ model }: StartingPanel, { sent, state }: RunResult): string {
	const digestInput = JSON.stringify(sent) + fileOf(model, state);
	return createHash("sha256").update(digestInput).digest("hex");
}

function isFilledIn(step: object): boolean {
	return "text" in step && String(step.text).includes("{{");
}
