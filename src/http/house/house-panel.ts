import { MASK } from "../../derive/secrets.ts";
import type { DevicePanel } from "../../device/device-panel.ts";
import type { Panel } from "../../device/panel.ts";
import {
	type Activity,
	type ActivityPart,
	ActivityStream,
} from "../../firmware/activity.ts";
import {
	isTextOfSilentReport,
	withoutDuress,
} from "../../firmware/outbox/without-duress.ts";
import type { Change } from "../../panel/state/changes.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { type PanelStatus, statusOf } from "../../panel/status.ts";
import {
	isTellableEvent,
	toldChanges,
} from "../../simulation/discreet/silence.ts";
import type {
	Answered,
	PanelHandle,
	Phones,
	Stepped,
} from "../../simulation/panel-handle.ts";
import { phonesOf } from "../../simulation/phones.ts";
import { HouseMask } from "./house-mask.ts";

/** What may be told of the panel in the house. */
export interface HouseDiscretion {
	readonly showSecrets: boolean;
	/** Whether duress and silent alarms are told. */
	readonly showDuress: boolean;
}

/**
 * The handle on a panel that guards somebody: PINs and codes are masked in all that
 * it tells, and duress leaves no trace in it.
 */
export class HousePanel implements PanelHandle {
	/**
	 * Numbered anew: a gap would tell that something was left out. The `state` of an
	 * activity is the one that may be told.
	 */
	readonly activity = new ActivityStream();
	readonly phones: Phones = phonesOf(this.activity);
	readonly clock: PanelHandle["clock"];
	readonly model: string;
	readonly number: string;
	readonly #panel: Panel;
	readonly #handle: DevicePanel;
	readonly #discretion: HouseDiscretion;
	#seen: PanelState;

	constructor(panel: Panel, handle: DevicePanel, discretion: HouseDiscretion) {
		this.#panel = panel;
		this.#handle = handle;
		this.#discretion = discretion;
		this.#seen = panel.state;
		this.clock = handle.clock;
		this.model = handle.model;
		this.number = handle.number;
		handle.activity.follow((activity) => {
			if (this.#isTold(activity)) this.#tell(activity);
			this.#seen = activity.state;
		});
	}

	async text(text: string, options?: { readonly from?: string }) {
		const before = this.#panel.state;
		const answer = await this.#handle.text(text, options);
		const { replies, sent, ...whole } = answer;
		const changes = this.#changes(whole.changes, before, this.#panel.state);
		const report = { ...whole, changes };
		const mask = this.#mask(before);
		if (mask === null) return { ...report, replies, sent };
		const answered: Answered = {
			...mask.report(report, text),
			replies: replies.map((reply) => mask.text(reply)),
			sent: sent.map((each) => mask.sent(each)),
		};
		return answered;
	}

	async step(step: string): Promise<Stepped> {
		const before = this.#panel.state;
		const { showSecrets } = this.#discretion;
		const stepped = await this.#handle.step(step).catch((error) => {
			throw error instanceof RangeError && !showSecrets
				? new RangeError(error.message.replace(CODES, MASK))
				: error;
		});
		const changes = this.#changes(stepped.changes, before, this.#panel.state);
		const mask = this.#mask(before);
		if (mask === null) return { ...stepped, changes };
		return {
			...stepped,
			changes: mask.changes(changes),
			sent: stepped.sent.map((each) => mask.sent(each)),
		};
	}

	/** What it remembers, as it may be told. It is no state that a panel could start from. */
	snapshot(): PanelState {
		return this.#told(this.#panel.state);
	}

	status(): PanelStatus {
		const { state } = this.#panel;
		const told = this.#discretion.showDuress ? state : withoutDuress(state);
		return statusOf(told, this.clock.now.getTime());
	}

	/** @throws RangeError always: a digest differs under duress, and lets PINs be guessed */
	digest(): string {
		throw new RangeError("the panel in the house has no digest");
	}

	#told(state: PanelState): PanelState {
		const told = this.#discretion.showDuress ? state : withoutDuress(state);
		return this.#mask(state)?.state(told) ?? told;
	}

	#changes(
		all: readonly Change[],
		before: PanelState,
		after: PanelState,
	): readonly Change[] {
		return this.#discretion.showDuress ? all : toldChanges(all, before, after);
	}

	#toldPart(activity: Activity): ActivityPart {
		const { id: _, at: __, state, ...part } = activity;
		if (part.type !== "text") return part;
		const { report } = part;
		const changes = this.#changes(report.changes, this.#seen, state);
		return { ...part, report: { ...report, changes } };
	}

	/** Null where nothing is masked. */
	#mask(before: PanelState): HouseMask | null {
		const { model, state } = this.#panel;
		return this.#discretion.showSecrets
			? null
			: new HouseMask(model, [before, state]);
	}

	#isTold(activity: Activity): boolean {
		if (this.#discretion.showDuress) return true;
		if (activity.type === "text") return true;
		if (activity.type === "sent")
			return !isTextOfSilentReport(activity.state, activity);
		return isTellableEvent(activity, this.#seen);
	}

	#tell(activity: Activity): void {
		const mask = this.#mask(this.#seen);
		const { at, state } = activity;
		const told = this.#toldPart(activity);
		const part = mask === null ? told : mask.part(told);
		this.activity.add(at, this.#told(state), part);
	}
}

/** What may be a code in a step that could not be read. */
const CODES = /\d{4,}/g;
