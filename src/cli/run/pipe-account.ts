import { START } from "../../conversation/timeline.ts";
import type { Panel } from "../../device/panel.ts";
import { takeTexts } from "../../device/take-texts.ts";
import type { Outgoing } from "../../firmware/outbox/next.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { ConversationDigest } from "../../simulation/conversation-digest.ts";
import { nextHalt } from "../../simulation/report-delivery.ts";
import type { VirtualClock } from "../../time/virtual-clock.ts";

/**
 * Accounts for what a panel in a pipe does, so that it can be compared with a replay.
 * Its time stands still but for the lines that move it, and what falls due on the
 * way leaves the panel at its own instant.
 */
export class PipeAccount {
	/** The panel's clock, which halts where something falls due. */
	readonly clock: VirtualClock;
	readonly #panel: Panel;
	readonly #beginning: PanelState;
	readonly #digest = new ConversationDigest();
	#onTheWay: Outgoing[] = [];

	/** @param beginning what the panel remembered before it was started */
	constructor(panel: Panel, clock: VirtualClock, beginning: PanelState) {
		this.#panel = panel;
		this.#beginning = beginning;
		// A conversation that begins at another time has a step that says so.
		if (clock.now() !== START) this.#digest.step([]);
		this.clock = {
			...clock,
			advanceTo: async (instant) => {
				for (;;) {
					const halt = nextHalt(panel.state);
					if (halt === null || halt <= clock.now() || halt >= instant) break;
					await clock.advanceTo(halt);
					await this.#take();
				}
				await clock.advanceTo(instant);
				await panel.catchUp();
				await this.#take();
			},
		};
	}

	/** Texts that left while time passed, and all that leave now. */
	async leaving(): Promise<readonly Outgoing[]> {
		await this.#take();
		const sent = this.#onTheWay;
		this.#onTheWay = [];
		return sent;
	}

	/** A line is done. */
	step(sent: readonly Outgoing[]): void {
		this.#digest.step(sent);
	}

	/** @param id of the conversation */
	digest(id: string): string {
		return this.#digest.digest(id, this.#beginning, this.#panel.state);
	}

	async #take(): Promise<void> {
		const now = this.clock.now();
		for (const text of await takeTexts(this.#panel, now))
			this.#onTheWay.push(text);
	}
}
