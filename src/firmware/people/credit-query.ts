import { phrasesIn } from "../../commands/plain/phrases/languages.ts";
import { clock, type PanelEvent } from "../../panel/state/event.ts";
import { languageOf, personOf } from "../../panel/state/remote-access.ts";
import type { PanelState } from "../../panel/state/state.ts";
import type { Mailbox } from "../../sms/mailbox.ts";

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
	private readonly onTrouble: (error: unknown) => void;
	private asking: Promise<void> | null = null;
	private closed = false;

	constructor(
		panel: CreditHolder,
		mailbox: Mailbox,
		onTrouble: (error: unknown) => void,
	) {
		this.panel = panel;
		this.mailbox = mailbox;
		this.onTrouble = onTrouble;
	}

	/** To be called after each change. */
	askDue(): void {
		const { cutAt, creditFor } = this.panel.state.runtime;
		const [to] = creditFor;
		if (to === undefined || cutAt !== null) return;
		if (this.closed || this.asking !== null) return;
		this.asking = this.ask(to).then(
			() => {
				this.asking = null;
				this.askDue();
			},
			// Not at once again: what cannot be written would be asked for ever.
			(error) => {
				this.asking = null;
				this.onTrouble(error);
			},
		);
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
		await this.panel.happen({ type: "credit-known", to, text, by: clock });
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
