import type { Model } from "../../models/model.ts";
import type { PanelState } from "../../panel/state/state.ts";
import type { Clock } from "../../time/clock.ts";
import { SECOND } from "../../time/units.ts";
import type { MqttSettings } from "../settings.ts";
import type { MqttComponents } from "./component.ts";
import { deviceMessage, takenAway } from "./device-message.ts";

/**
 * Between two discovery messages: Home Assistant does not take one up while it
 * still sets up entities of the one before.
 */
const APART = 5 * SECOND;

export interface AnnouncementParts {
	readonly panel: { readonly model: Model; readonly state: PanelState };
	readonly settings: MqttSettings;
	readonly version: string;
	readonly clock: Clock;
	readonly publish: (payload: string) => void;
	/** Tells all states once more. */
	readonly tellAll: () => void;
}

/** Announces the panel: at once when it is connected, and later what has changed since. */
export class Announcement {
	readonly #parts: AnnouncementParts;
	/** What was announced last; null before the first time. */
	#components: MqttComponents | null = null;
	#payload = "";
	/** What the message is made of, as it was when it was last compared. */
	#seen: Pick<PanelState, "zones" | "remote" | "reporting"> | null = null;
	#isBirth = false;
	#cancel: (() => void) | null = null;

	constructor(parts: AnnouncementParts) {
		this.#parts = parts;
	}

	/** The broker is connected. */
	now(): void {
		this.wait();
		this.#announce();
	}

	/**
	 * Home Assistant has started. Panels do not answer in one instant: each has a
	 * pause of its own, of 5 to 10 seconds.
	 */
	soon(): void {
		this.#isBirth = true;
		const { id } = this.#parts.settings;
		const share = Number.parseInt(id, 16) / 0x1_0000_0000;
		this.#in(APART + Math.floor(share * APART));
	}

	/** The panel has changed; what is announced may have. */
	changed(): void {
		const { zones, remote, reporting } = this.#parts.panel.state;
		const isSame =
			this.#seen?.zones === zones &&
			this.#seen.remote === remote &&
			this.#seen.reporting === reporting;
		if (this.#components === null || isSame) return;
		this.#seen = { zones, remote, reporting };
		if (this.#message().payload !== this.#payload) this.#in(APART);
	}

	/** Nothing is announced while the broker is gone. */
	wait(): void {
		this.#cancel?.();
		this.#cancel = null;
		this.#isBirth = false;
	}

	close(): void {
		this.wait();
	}

	/** What was asked for meanwhile is done with it. */
	#in(pause: number): void {
		if (this.#cancel !== null) return;
		const { clock } = this.#parts;
		this.#cancel = clock.at(clock.now() + pause, () => {
			const isBirth = this.#isBirth;
			this.wait();
			this.#announce();
			if (isBirth) this.#parts.tellAll();
		});
	}

	#announce(): void {
		const { message, payload } = this.#message();
		const removed = takenAway(this.#components ?? {}, message.cmps);
		this.#components = message.cmps;
		if (Object.keys(removed).length === 0) {
			this.#payload = payload;
			this.#parts.publish(payload);
			return;
		}
		// Once with the bare platform of what is gone, then without it.
		this.#payload = "";
		const cmps = { ...message.cmps, ...removed };
		this.#parts.publish(JSON.stringify({ ...message, cmps }));
		this.#in(APART);
	}

	#message() {
		const { panel, settings, version } = this.#parts;
		const { model, state } = panel;
		const message = deviceMessage(model, state, settings, version);
		return { message, payload: JSON.stringify(message) };
	}
}
