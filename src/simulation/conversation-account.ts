import type { Outgoing } from "../firmware/outbox/next.ts";
import type { PanelState } from "../panel/state/state.ts";
import { Account, Mark } from "./account.ts";
import { LANES, RunDigest } from "./digest.ts";
import { writeRemembered } from "./remembered.ts";

/** Writes what left a panel in a step of a conversation. */
export function writeSent(sent: readonly Outgoing[], account: Account): void {
	for (const { to, text } of sent) {
		account.text(to);
		account.text(text);
	}
	account.mark(Mark.close);
}

/** The account of a conversation that is still going on. */
export class ConversationAccount {
	private readonly account = new Account();

	/** A step is over. */
	step(sent: readonly Outgoing[]): void {
		writeSent(sent, this.account);
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
		const { account } = this;
		const { length } = account;
		if (last !== undefined) writeSent(last, account);
		writeRemembered(before, after, account);
		const hash = new Uint32Array(LANES);
		account.hash(hash);
		account.rewind(length);
		const digest = new RunDigest();
		digest.add(id, hash);
		return digest.text;
	}
}
