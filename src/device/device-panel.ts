import { writeTranscript } from "../conversation/write-transcript.ts";
import type { ActivityFeed } from "../firmware/activity.ts";
import { reportOn } from "../firmware/answer/report-on.ts";
import { newMessages } from "../firmware/outbox/new-messages.ts";
import { changes } from "../panel/state/changes.ts";
import { factoryState, type PanelState } from "../panel/state/state.ts";
import { type PanelStatus, statusOf } from "../panel/status.ts";
import { senderIn } from "../simulation/demand-text.ts";
import { eventOf } from "../simulation/event-of-step.ts";
import type {
	Answered,
	PanelClock,
	PanelHandle,
	Phones,
	Stepped,
} from "../simulation/panel-handle.ts";
import { phonesOf } from "../simulation/phones.ts";
import { Recorder } from "../simulation/recorder.ts";
import { started } from "../simulation/run-conversation.ts";
import type { RecordedSession } from "../simulation/simulated-panel.ts";
import type { Clock } from "../time/clock.ts";
import type { Panel } from "./panel.ts";

/**
 * The handle on a panel with a file and a modem. `sent` also names texts that
 * still wait in the outbox for the modem.
 */
export class DevicePanel implements PanelHandle {
	readonly activity: ActivityFeed;
	readonly phones: Phones;
	readonly clock: PanelClock;
	readonly #panel: Panel;
	readonly #time: Clock;
	readonly #recorder: Recorder;
	readonly #beginning: PanelState;
	readonly #start: number;
	/** Lines of the transcript behind its head; null where they are not kept. */
	readonly #written: string[] | null;

	/**
	 * @param options.recorded keeps the session, for one that ends
	 * @param options.showDuress whether duress and silent alarms are recorded
	 */
	constructor(
		panel: Panel,
		time: Clock,
		options: {
			readonly recorded?: boolean;
			readonly showDuress?: boolean;
		} = {},
	) {
		const { model, state, numbering, activity } = panel;
		this.#beginning = state;
		this.#start = time.now();
		this.#written = options.recorded ? [] : null;
		this.#panel = panel;
		this.#time = time;
		this.activity = activity;
		this.phones = phonesOf(activity);
		this.clock = {
			kind: "real",
			get now() {
				return new Date(time.now());
			},
		};
		const recorder = new Recorder({
			id: "",
			beginning: { model, state, numbering },
			config: "",
			source: "",
			start: time.now(),
			showDuress: options.showDuress ?? true,
			write: (lines) => {
				if (this.#written !== null && this.#written.length <= MOST)
					this.#written.push(lines);
			},
		});
		// What is there now is its head, which names no conversation yet.
		this.#written?.pop();
		this.#recorder = recorder;
		activity.follow((each) => recorder.take(each));
	}

	get model(): string {
		return this.#panel.model.name;
	}

	get number(): string {
		return this.#panel.number;
	}

	async text(
		text: string,
		options: { readonly from?: string } = {},
	): Promise<Answered> {
		const from = senderIn(text, options);
		const before = this.#panel.state;
		const exchange = await this.#panel.text({ from, text });
		const { reply } = exchange.response;
		const replies = reply === null ? [] : [reply];
		return {
			...reportOn(exchange, true),
			replies,
			sent: [
				...replies.map((each) => ({ to: from, text: each })),
				...newMessages(before, exchange.response.state),
			],
		};
	}

	async step(step: string): Promise<Stepped> {
		const event = eventOf(step);
		const before = this.#panel.state;
		const { state, refusal, effects } = await this.#panel.happens(event);
		return {
			accepted: refusal === null,
			refusal,
			effects,
			changes: changes(before, state),
			sent: newMessages(before, state),
		};
	}

	snapshot(): PanelState {
		return structuredClone(this.#panel.state);
	}

	status(): PanelStatus {
		return statusOf(this.#panel.state, this.#time.now());
	}

	/**
	 * All that was done, as a conversation that holds when it is replayed.
	 * @throws RangeError where it is not kept, or is too long
	 */
	record(id: string): RecordedSession {
		const written = this.#written;
		if (written === null) throw new RangeError("record: it is not kept");
		this.#recorder.end(this.#time.now());
		if (written.length > MOST)
			throw new RangeError(`record: more than ${MOST} steps`);
		const { model } = this.#panel;
		const factory = factoryState(model.name, model.sections);
		const isNew =
			JSON.stringify(this.#beginning) ===
			JSON.stringify(started(factory, this.#start));
		const head = writeTranscript({
			id,
			model: this.model,
			config: isNew ? null : `${id}-config.json`,
			seed: null,
			source: null,
			tags: [],
			steps: [{ type: "at", instant: this.#start, replies: null }],
		});
		const transcript = `${head}${written.join("")}`;
		return { transcript, config: isNew ? null : this.#beginning };
	}

	digest(id = ""): string {
		return this.#recorder.digest(id, this.#time.now());
	}
}

/** Steps that are kept of a session. */
const MOST = 10_000;
