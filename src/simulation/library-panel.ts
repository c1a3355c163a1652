import { START } from "../conversation/timeline.ts";
import { ActivityStream } from "../firmware/activity.ts";
import type { ExchangeReport } from "../firmware/answer/exchange-report.ts";
import { journalOf } from "../firmware/answer/journal.ts";
import { tellingOf } from "../firmware/answer/report-on.ts";
import { type PanelIdentity, time } from "../firmware/answer/response.ts";
import type { Outgoing } from "../firmware/outbox/next.ts";
import { changes } from "../panel/state/changes.ts";
import type { Effect } from "../panel/state/effect.ts";
import { asTyped } from "../panel/state/phone-number.ts";
import type { PanelState } from "../panel/state/state.ts";
import { type PanelStatus, statusOf } from "../panel/status.ts";
import { LONGEST_TEXT } from "../sms/segments.ts";
import { ConversationDigest } from "./conversation-digest.ts";
import {
	demandChoice,
	demandOptions,
	demandText,
	senderIn,
} from "./demand-text.ts";
import type { PanelInVirtualTime } from "./direct-panel.ts";
import { eventOf } from "./event-of-step.ts";
import { instantAfter } from "./instant-after.ts";
import type { Answered, Passed, Phones, Stepped } from "./panel-handle.ts";
import { phonesOf } from "./phones.ts";
import { SessionRecord } from "./session-record.ts";
import type {
	RecordedSession,
	SimulatedChannel,
	SimulatedPanel,
} from "./simulated-panel.ts";

/** The panel that the library hands out. */
export class LibraryPanel implements SimulatedPanel {
	readonly activity = new ActivityStream();
	readonly phones: Phones = phonesOf(this.activity);
	readonly clock: SimulatedPanel["clock"];
	readonly #identity: PanelIdentity;
	readonly #panel: PanelInVirtualTime;
	readonly #beginning: PanelState;
	readonly #digestInput = new ConversationDigest();
	readonly #record: SessionRecord;
	readonly channel: SimulatedChannel | null;

	/**
	 * @param beginning what the panel remembered before it was started
	 * @param panel the same, started
	 * @param channel where it is on a network
	 */
	constructor(
		identity: PanelIdentity,
		beginning: PanelState,
		panel: PanelInVirtualTime,
		channel: SimulatedChannel | null = null,
	) {
		this.#identity = identity;
		this.#beginning = beginning;
		this.#panel = panel;
		// A conversation that begins at another time has a step that says so.
		if (panel.now !== START) this.#digestInput.step([]);
		this.#record = new SessionRecord({
			model: identity.model,
			beginning,
			numbering: identity.numbering ?? asTyped,
			start: panel.now,
			seed: channel?.seed ?? null,
			rules: channel?.rules ?? [],
		});
		this.channel = channel && {
			get rules() {
				return channel.rules;
			},
			seed: channel.seed,
			replace: (rules) => {
				const before = channel.rules;
				channel.replace(rules);
				this.#record.channel(before, channel.rules);
			},
		};
		this.clock = {
			kind: "virtual",
			get now() {
				return new Date(panel.now);
			},
			advance: (until) => this.#advance(until),
		};
	}

	get model(): string {
		return this.#identity.model.name;
	}

	get number(): string {
		return this.#identity.number;
	}

	get now(): Date {
		return this.clock.now;
	}

	get next(): Date | null {
		const { halt } = this.#panel;
		return halt === null ? null : new Date(halt);
	}

	advance(
		until: string | number | Date,
		others?: () => Promise<void>,
	): Promise<Passed> {
		return this.#advance(until, others);
	}

	async text(
		text: string,
		options: { readonly from?: string } = {},
	): Promise<Answered> {
		const from = senderIn(text, options);
		const before = this.#panel.state;
		this.#panel.text(from, text);
		const sent = this.#sent;
		const report = this.#tellHeard() ?? UNHEARD;
		this.#tellSent(sent);
		// What no SMS carries is no step of a conversation.
		if (text.length <= LONGEST_TEXT) this.#digestInput.step(sent);
		const { state: after, now } = this.#panel;
		this.#record.text({ from, text }, sent, { before, after, now });
		const replies = sent.flatMap((each) => (each.to === from ? each.text : []));
		return { ...report, replies, sent };
	}

	async step(step: string): Promise<Stepped> {
		const event = eventOf(step);
		const before = this.#panel.state;
		const { refusal, effects } = this.#panel.happen(event);
		const { state, now } = this.#panel;
		const sent = this.#sent;
		const outcome = { refusal, effects };
		this.activity.add(now, state, { type: "event", event, outcome });
		this.#tellSent(sent);
		this.#digestInput.step(sent);
		this.#record.event(event, sent, { before, after: state, now });
		return {
			accepted: refusal === null,
			refusal,
			effects,
			changes: changes(before, state),
			sent,
		};
	}

	happens(step: string): Promise<Stepped> {
		return this.step(step);
	}

	snapshot(): PanelState {
		return structuredClone(this.#panel.state);
	}

	status(): PanelStatus {
		return statusOf(this.#panel.state, this.#panel.now);
	}

	digest(id = ""): string {
		demandText("digest: id", id);
		return this.#digestInput.digest(id, this.#beginning, this.#panel.state);
	}

	record(
		id: string,
		options: { readonly showDuress?: boolean } = {},
	): RecordedSession {
		demandText("record: id", id);
		demandOptions("record", options, ["showDuress"]);
		const { showDuress = true } = options;
		demandChoice("record: showDuress", showDuress);
		return this.#record.written(id, showDuress);
	}

	async #advance(
		until: string | number | Date,
		others?: () => Promise<void>,
	): Promise<Passed> {
		const start = this.#panel.now;
		const end = instantAfter(start, until);
		const before = this.#panel.state;
		const sent: Outgoing[] = [];
		// It halts at each deadline, so that each activity has its own instant.
		for (;;) {
			const { halt } = this.#panel;
			if (halt === null || halt <= this.#panel.now || halt >= end) break;
			for (const each of this.#passTo(halt)) sent.push(each);
			if (others !== undefined) await others();
		}
		for (const each of this.#passTo(end)) sent.push(each);
		this.#digestInput.step(sent);
		this.#record.wait(end - start, sent);
		return { changes: changes(before, this.#panel.state), sent };
	}

	#passTo(instant: number): readonly Outgoing[] {
		const before = this.#panel.state;
		this.#panel.advanceTo(instant);
		const { state } = this.#panel;
		const sent = this.#sent;
		this.#tellHeard();
		if (state !== before) {
			const outcome = { refusal: null, effects: sirenEffects(before, state) };
			this.activity.add(instant, state, {
				type: "event",
				event: time,
				outcome,
			});
		}
		this.#tellSent(sent);
		return sent;
	}

	/** Tells the texts that the panel read in this step, and reports on the last. */
	#tellHeard(): ExchangeReport | null {
		let last: ExchangeReport | null = null;
		const { allHeard, state } = this.#panel;
		for (const heard of allHeard) {
			const { at, from, text, before, response } = heard;
			const journal = journalOf(this.#identity, before, heard, response);
			const telling = tellingOf({ response, journal });
			last = telling.report;
			// What left the panel in this step has left it behind the last one.
			const after = heard === allHeard.at(-1) ? state : response.state;
			this.activity.add(at, after, {
				type: "text",
				from,
				text,
				named: false,
				...telling,
			});
		}
		return last;
	}

	/** What was sent, and no more: a network knows also when. */
	get #sent(): readonly Outgoing[] {
		return this.#panel.sent.map(({ to, text }) => ({ to, text }));
	}

	#tellSent(sent: readonly Outgoing[]): void {
		const { now, state } = this.#panel;
		for (const { to, text } of sent)
			this.activity.add(now, state, {
				type: "sent",
				to,
				text,
				outcome: "sent",
			});
	}
}

/** The effect of time alone: the siren starts or stops. */
function sirenEffects(
	{ runtime: { siren } }: PanelState,
	{ runtime: { siren: on } }: PanelState,
): readonly Effect[] {
	return on === siren ? [] : [{ type: "siren", on }];
}

/** The network lost the text, or still has it. */
const UNHEARD: ExchangeReport = {
	reply: null,
	accepted: false,
	command: null,
	provenance: null,
	arguments: null,
	changes: [],
	effects: [],
	diagnostics: [],
};
