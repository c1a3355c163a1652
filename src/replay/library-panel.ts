import type { Diagnostic } from "../../grammar/diagnostic.ts";
import { DEFAULT_PHONE } from "../device/default-numbers.ts";
import { reportOn } from "../device/report-on.ts";
import { journalOf } from "../firmware/journal.ts";
import type { PanelIdentity } from "../firmware/response.ts";
import { changes } from "../panel/changes.ts";
import type { PanelState } from "../panel/state.ts";
import { readStep } from "../panel/step.ts";
import { durationOf, durationText } from "../time/duration.ts";
import { instantOf, instantText } from "../time/instant.ts";
import { LONGEST_WAIT } from "./conversation.ts";
import type { PanelInTime } from "./panel-in-hand.ts";
import type {
	Answered,
	Happened,
	Passed,
	SimulatedPanel,
} from "./simulated-panel.ts";

/** The panel that the library hands out. */
export class LibraryPanel implements SimulatedPanel {
	readonly #subscriber: PanelIdentity;
	readonly #panel: PanelInTime;

	constructor(subscriber: PanelIdentity, panel: PanelInTime) {
		this.#subscriber = subscriber;
		this.#panel = panel;
	}

	get model(): string {
		return this.#subscriber.model.name;
	}

	get now(): Date {
		return new Date(this.#panel.now);
	}

	async text(
		text: string,
		options: { readonly from?: string } = {},
	): Promise<Answered> {
		const { from = DEFAULT_PHONE } = options;
		demand("text", text);
		demand("text: from", from);
		this.#panel.text(from, text);
		const { sent, heard } = this.#panel;
		const replies = sent.flatMap((each) => (each.to === from ? each.text : []));
		if (heard === null) return { ...UNHEARD, replies, sent };
		const { response, before } = heard;
		const journal = journalOf(this.#subscriber, before, heard, response);
		return { ...reportOn({ response, journal }, true), replies, sent };
	}

	async advance(until: string | number | Date): Promise<Passed> {
		const before = this.#panel.state;
		this.#panel.advanceTo(this.#instant(until));
		const { state, sent } = this.#panel;
		return { changes: changes(before, state), sent };
	}

	async happens(step: string): Promise<Happened> {
		demand("happens", step);
		const read = readStep(step);
		if (!read.ok) {
			const { message, hint, start, end } = read.fault;
			const what = step.slice(start, end) || step;
			throw new RangeError(
				`happens ${JSON.stringify(what)}: ${message}${hint === null ? "" : `; ${hint}`}`,
			);
		}
		const before = this.#panel.state;
		const { refusal, effects } = this.#panel.happen(read.event);
		const { state, sent } = this.#panel;
		return {
			accepted: refusal === null,
			refusal,
			effects,
			changes: changes(before, state),
			sent,
		};
	}

	snapshot(): PanelState {
		return structuredClone(this.#panel.state);
	}

	#instant(until: string | number | Date): number {
		const { now } = this.#panel;
		if (typeof until === "number") {
			if (until >= 0 && until <= LONGEST_WAIT) return now + until;
			throw new RangeError(
				`advance ${until}: milliseconds from 0 to ${LONGEST_WAIT}`,
			);
		}
		const instant =
			until instanceof Date ? until.getTime() : instantOf(`${until}`);
		if (instant === null || Number.isNaN(instant)) {
			const duration = durationOf(`${until}`);
			if (duration !== null && duration <= LONGEST_WAIT) return now + duration;
			throw new RangeError(
				`advance ${JSON.stringify(until)}: no length of time; write "30s", "1h 30m", "250ms", or an instant like "2026-11-20T10:00:00Z"`,
			);
		}
		if (instant >= now) return instant;
		throw new RangeError(
			`advance ${instantText(instant)}: it is ${durationText(now - instant)} later already, and time never runs backwards`,
		);
	}
}

/** Nothing reached the panel: the network lost or kept it. */
const UNHEARD = {
	reply: null,
	accepted: false,
	command: null,
	provenance: null,
	arguments: null,
	changes: [],
	effects: [],
	diagnostics: [] satisfies readonly Diagnostic[],
};

function demand(what: string, text: unknown): void {
	if (typeof text !== "string")
		throw new TypeError(`${what}: a string, not ${typeof text}`);
}
