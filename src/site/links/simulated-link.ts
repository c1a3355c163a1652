import type { PanelInVirtualTime } from "../../simulation/direct-panel.ts";
import type { PanelLink, PanelText } from "../apply/panel-link.ts";

/** A text that came to the phone, with its service-centre time where there is one. */
interface Arrived {
	readonly to: string;
	readonly text: string;
	readonly sentAt?: number | null | undefined;
}

/** A simulated panel that takes texts with a validity. */
export interface SimulatedEnd
	extends Pick<PanelInVirtualTime, "now" | "halt" | "advanceTo"> {
	text(from: string, text: string, validity: number): void;
	readonly sent: readonly Arrived[];
}

/**
 * The way to a simulated panel, in its virtual time: waiting moves the clock. What came
 * and was not forgotten is kept, as in a modem.
 */
export class SimulatedLink implements PanelLink {
	private readonly panel: SimulatedEnd;
	private readonly phone: string;
	private readonly kept: Arrived[] = [];
	private readonly handedOn = new Set<Arrived>();

	/** @param phone the number that texts the panel */
	constructor(panel: SimulatedEnd, phone: string) {
		this.panel = panel;
		this.phone = phone;
	}

	now(): number {
		return this.panel.now;
	}

	async send(text: string, validity: number) {
		this.panel.text(this.phone, text, validity);
		this.take();
		return { accepted: true, references: [] } as const;
	}

	async next(until: number): Promise<PanelText | null> {
		for (;;) {
			const found = this.kept.find((each) => !this.handedOn.has(each));
			if (found !== undefined) return this.handOn(found);
			const { now, halt } = this.panel;
			if (now >= until) return null;
			this.panel.advanceTo(
				halt === null ? until : Math.min(Math.max(halt, now), until),
			);
			this.take();
		}
	}

	trouble(): null {
		return null;
	}

	/** A new program at the same modem: what was not forgotten is there again. */
	reopen(): void {
		this.handedOn.clear();
	}

	private take(): void {
		for (const each of this.panel.sent)
			if (each.to === this.phone) this.kept.push(each);
	}

	private handOn(arrived: Arrived): PanelText {
		this.handedOn.add(arrived);
		const { text, sentAt = null } = arrived;
		return {
			text,
			sentAt,
			forget: async () => {
				this.kept.splice(this.kept.indexOf(arrived), 1);
			},
		};
	}
}
