import { phrasesIn } from "../../commands/plain/phrases/languages.ts";
import { clock, type PanelEvent } from "../../panel/state/event.ts";
import { languageOf, personOf } from "../../panel/state/remote-access.ts";
import type { PanelState } from "../../panel/state/state.ts";
import type { Mailbox } from "../../sms/mailbox.ts";
import type { Retry } from "../../time/retry.ts";

/** The panel whose credit it is. */
export interface CreditHolder {
	readonly state: PanelState;
	happen(event: PanelEvent): Promise<unknown>;
}

/**
 * Asks the network for the credit, one question at a time, and queues the answer.
 * Who waits is in the panel's state, so a panel that was off the air answers when
 * it is back.
 */
export class CreditQuery {
	private readonly panel: CreditHolder;
	private readonly mailbox: Mailbox;
	private readonly retry: Retry;
	private asking: Promise<void> | null = null;
	private closed = false;

	constructor(panel: CreditHolder, mailbox: Mailbox, retry: Retry) {
		this.panel = panel;
		this.mailbox = mailbox;
		this.retry = retry;
	}

	/** To be called after each change. */
	askDue(): void {
		const { cutAt, creditFor } = this.panel.state.runtime;
		const [to] = creditFor;
		if (to === undefined || cutAt !== null) return;
		if (this.closed || this.asking !== null) return;
		this.asking = this.ask(to).then(() => {
			this.asking = null;
			this.askDue();
		});
	}

	/** Ends when the question that is being asked has its answer. */
	async close(): Promise<void> {
		this.closed = true;
		await this.asking;
	}

	private async ask(to: string): Promise<void> {
		const { creditCode } = this.panel.state.remote;
		const answer = (await this.mailbox.ask?.(creditCode)) ?? null;
		const text = creditText(this.panel.state, to, answer);
		const event = { type: "credit-known", to, text, by: clock } as const;
		await this.retry.until(() => this.panel.happen(event));
	}
}

/** What is said of the credit; a null answer is none. */
function creditText(
	{ remote }: PanelState,
	to: string,
	answer: string | null,
): string {
	const say = phrasesIn[languageOf(remote, personOf(remote, to))];
	return answer === null ? say.noCredit : say.credit(answer);
}
