/** A panel with two people who may control it by SMS. */
import { codeOf } from "../../src/firmware/answer/one-time-code.ts";
import type { Response } from "../../src/firmware/answer/response.ts";
import { respond } from "../../src/firmware/respond.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import type { Happening, PanelEvent } from "../../src/panel/state/event.ts";
import {
	everyNotice,
	type Person,
} from "../../src/panel/state/remote-access.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import { transition } from "../../src/panel/transition.ts";
import { factory } from "./panel-builder.ts";
import { aZone } from "./panel-with-zones.ts";
import { NOON, PANEL } from "./texting.ts";

/** The key of RFC 6238's vectors, as Base32. */
export const KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
export const ANNA = "+33612345678";
export const BOB = "+33612345679";

/** Somebody who may do everything; user 1's PIN is 1234. */
export const anna: Person = {
	id: 1,
	name: "Anna",
	numbers: [ANNA],
	user: 1,
	can: ["arm", "disarm", "bypass", "status"],
	enabled: true,
	notices: everyNotice,
	otpKey: KEY,
	language: "",
};

/** Somebody who may arm only; user 2's PIN is 2222. */
export const bob: Person = {
	...anna,
	id: 2,
	name: "Bob",
	numbers: [BOB],
	user: 2,
	can: ["arm"],
	otpKey: "",
};

/** A front door, a kitchen window and a smoke detector, and two people; 9898 is duress. */
export const panelWithPeople: PanelState = {
	...factory,
	users: [
		...factory.users,
		{ id: 2, name: "Bob", pin: "2222", latch: true },
		{ id: 98, name: "", pin: "9898", latch: true },
	],
	zones: [
		{ ...aZone(1, "entry"), name: "Front door" },
		{ ...aZone(3, "burglar"), name: "Kitchen window" },
		{ ...aZone(4, "fire"), name: "" },
	],
	remote: { ...factory.remote, people: [anna, bob] },
};

/** A panel whose people text it, in its own time. */
export class TextedPanel {
	state: PanelState;
	/** Seconds after noon. */
	at = 0;
	last: Response | null = null;

	constructor(state: PanelState = panelWithPeople) {
		this.state = state;
	}

	get now(): number {
		return NOON + this.at * 1000;
	}

	/** The reply to a text; null is silence. */
	text(
		text: string,
		from = ANNA,
		sentAt: number | null = null,
		named = false,
	): string | null {
		const sms = { from, text, sentAt, named };
		const identity = { model: vst2752, number: PANEL };
		this.last = respond(identity, this.state, sms, this.now);
		this.state = this.last.state;
		return this.last.reply;
	}

	/** Replies to several texts in turn. */
	texts(...texts: readonly string[]): readonly (string | null)[] {
		return texts.map((text) => this.text(text));
	}

	/** Why the last text was met with silence; null where it was not. */
	get silence(): string | null {
		const verdict = this.last?.verdict;
		return verdict?.type === "silence" ? verdict.reason : null;
	}

	/** The code of the last diagnostic; null where there is none. */
	get why(): string | null {
		const verdict = this.last?.verdict;
		return verdict?.type === "error"
			? (verdict.diagnostics[0]?.code ?? null)
			: null;
	}

	wait(seconds: number): void {
		this.at += seconds;
		this.happens({ type: "time" });
	}

	happens(happening: Happening, by: PanelEvent["by"] = house): void {
		const event = { ...happening, by };
		this.state = transition(this.state, event, this.now).state;
	}

	open(zone: number): void {
		this.happens({ type: "zone-signal", zone, signal: "open" });
	}

	/** Anna's one-time code, steps of 30 s from now. */
	code(steps = 0): string {
		return codeOf(KEY, Math.floor(this.now / 30_000) + steps);
	}
}

const house = { via: "site" } as const;
