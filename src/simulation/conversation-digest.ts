import type { Outgoing } from "../firmware/outbox/next.ts";
import type { PanelState } from "../panel/state/state.ts";
import { LANES, RunDigest } from "./digest.ts";
import { DigestInput, Mark } from "./digest-input.ts";
import { writeStateDifference } from "./state-difference.ts";

/** Writes the texts that left the panel in one step. */
export function writeSent(
	sent: readonly Outgoing[],
	digestInput: DigestInput,
): void {
	for (const { to, text } of sent) {
		digestInput.text(to);
		digestInput.text(text);
	}
	digestInput.mark(Mark.close);
}

/** The digest of a conversation that is still going on. */
export class ConversationDigest {
	private readonly digestInput = new DigestInput();

	/** A step is over. */
	step(sent: readonly Outgoing[]): void {
		writeSent(sent, this.digestInput);
	}

	/**
	 * The digest of a run of this conversation alone, if it were over now.
	 * @param id of the conversation
	 * @param last what leaves the panel in one more step
	 */
	digest(
		id: string,
		before: PanelState,
		after: PanelState,
		last?: readonly Outgoing[],
	): string {
		const { digestInput } = this;
		const { length } = digestInput;
		if (last !== undefined) writeSent(last, digestInput);
		writeStateDifference(before, after, digestInput);
		const hash = new Uint32Array(LANES);
		digestInput.hash(hash);
		digestInput.rewind(length);
		const digest = new RunDigest();
		digest.add(id, hash);
		return digest.text;
	}
}
