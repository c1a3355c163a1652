import { expect, test } from "vitest";
import { beginningOf } from "../../src/conversation/timeline.ts";
import { corpus, type LoadedConversation } from "../support/corpus.ts";
import {
	fileOf,
	type KillPoint,
	nextStop,
	type RunResult,
	runWithKill,
	timedStepsOf,
} from "../support/killed-panel.ts";

/**
 * The process dies before each write, behind it, before each text is handed to
 * the network and behind that, for every event and deadline of every
 * conversation; a new one goes on from the text of the file. The file and the
 * texts are then those of a panel that nobody killed. As each next event begins
 * from that file, so is all that follows.
 */
test("killed at any write and any text of any conversation, a panel loses nothing and does nothing twice", {
	timeout: 1_800_000,
}, async () => {
	let kills = 0;
	let repeats = 0;
	for (const held of await corpus()) {
		const { model } = held.beginning;
		await everyMoment(held, async (state, before, moment, whole) => {
			for (const at of whole.steps.keys()) {
				const killed = await runWithKill(
					model,
					state,
					before,
					[moment],
					at + 1,
				);
				kills += 1;
				const where = `${held.located.conversation.id}, step ${moment.step + 1}, ${whole.steps[at]} ${at}`;
				expect([where, fileOf(model, killed.state)]).toEqual([
					where,
					fileOf(model, whole.state),
				]);
				if (isUnsure(whole.steps, at)) {
					repeats += 1;
					expect([where, withoutRepeat(killed, whole)]).toEqual([
						where,
						whole.sent,
					]);
				} else expect([where, killed.sent]).toEqual([where, whole.sent]);
			}
		});
	}
	process.stdout.write(
		`${kills} kills, ${repeats} of them between a text and the note that it went out\n`,
	);
	expect(kills).toBeGreaterThan(10_000);
});

// Helpers

/** Lets a conversation go on, moment by moment, each as a panel does it that nobody kills. */
async function everyMoment(
	held: LoadedConversation,
	tell: (
		state: RunResult["state"],
		before: number,
		moment: Parameters<typeof nextStop>[2],
		whole: RunResult,
	) => Promise<void>,
): Promise<void> {
	const { model } = held.beginning;
	let before = beginningOf(held.located.conversation.steps);
	let { state } = await runWithKill(model, held.beginning.state, before, []);
	for (const happening of timedStepsOf(held))
		for (;;) {
			const moment = nextStop(state, before, happening);
			const whole = await runWithKill(model, state, before, [moment]);
			await tell(state, before, moment, whole);
			({ state } = whole);
			before = moment.now;
			if (moment === happening) break;
		}
}

/** Whether the network has a text and the panel does not know that. */
function isUnsure(steps: readonly KillPoint[], at: number): boolean {
	return (
		steps[at] === "sent" || (steps[at] === "write" && steps[at - 1] === "sent")
	);
}

/** What was sent, without the one text that had to be sent again. */
function withoutRepeat({ sent }: RunResult, whole: RunResult) {
	const first = sent.findIndex(
		({ to, text }, at) =>
			to !== whole.sent[at]?.to || text !== whole.sent[at]?.text,
	);
	return sent.filter((_, at) => at !== first);
}
