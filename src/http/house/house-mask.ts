import { MASK, maskedState } from "../../derive/secrets.ts";
import type { ActivityPart } from "../../firmware/activity.ts";
import type { ExchangeReport } from "../../firmware/answer/exchange-report.ts";
import type { Outgoing } from "../../firmware/outbox/next.ts";
import type { Model } from "../../models/model.ts";
import type { Change } from "../../panel/state/changes.ts";
import type { PanelEvent } from "../../panel/state/event.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { Mask } from "../../replay/report/mask.ts";
import { withoutBookkeeping } from "../../simulation/discreet/silence.ts";

/** Hides PINs and codes in what is told of a panel. */
export class HouseMask {
	readonly #model: Model;
	readonly #mask: Mask;

	/** @param states whose secrets are hidden wherever they turn up */
	constructor(model: Model, states: readonly PanelState[]) {
		this.#model = model;
		// What waits to be texted is no secret itself.
		const known = states.map((state) => ({
			...state,
			runtime: { ...state.runtime, outgoing: [] },
		}));
		this.#mask = new Mask(model, known);
	}

	part(activity: ActivityPart): ActivityPart {
		switch (activity.type) {
			case "text": {
				const { type, from, text, named, report, silence } = activity;
				return {
					type,
					from,
					named,
					silence,
					text: this.#mask.message(text),
					report: this.report(report, text),
				};
			}
			case "event": {
				const { type, event, outcome } = activity;
				return { type, event: this.#event(event), outcome };
			}
			case "sent": {
				const { type, to, text, outcome } = activity;
				return { type, to, text: this.#mask.text(text), outcome };
			}
		}
	}

	/** What came of a text. */
	report(report: ExchangeReport, text: string): ExchangeReport {
		const { reply, command, diagnostics } = report;
		return {
			...report,
			reply: reply === null ? null : this.#mask.text(reply),
			// What is no command may be a code, or have one at its end.
			command: command === null ? null : this.#mask.message(command),
			arguments: this.#arguments(command, report.arguments),
			changes: this.changes(report.changes),
			diagnostics: diagnostics.map(
				(each) => this.#mask.why(text, each).diagnostic,
			),
		};
	}

	sent({ to, text }: Outgoing): Outgoing {
		return { to, text: this.#mask.text(text) };
	}

	text(text: string): string {
		return this.#mask.text(text);
	}

	/** Without what waits to leave the panel: an entry more would tell of duress. */
	changes(changes: readonly Change[]): readonly Change[] {
		return withoutBookkeeping(changes).map(({ path, from, to }) => ({
			path,
			from: this.#mask.value(path, from),
			to: this.#mask.value(path, to),
		}));
	}

	/** What a panel remembers, with every secret masked. */
	state(state: PanelState): PanelState {
		const { runtime } = state;
		// A fingerprint lets the PIN in a text be guessed.
		const guard = { ...runtime.guard, seen: [] };
		const open = { ...state, runtime: { ...runtime, guard } };
		return maskedState(open) as PanelState;
	}

	#arguments(
		command: string | null,
		given: ExchangeReport["arguments"],
	): ExchangeReport["arguments"] {
		if (given === null) return null;
		const slots = this.#model.commands.get(command ?? "")?.slots ?? [];
		const isSecret = (name: string) =>
			slots.some((slot) => slot.name === name && slot.secret);
		return Object.fromEntries(
			Object.entries(given).map(([name, value]) => [
				name,
				isSecret(name)
					? MASK
					: typeof value === "string"
						? this.#mask.text(value)
						: value,
			]),
		);
	}

	/** Only what is known to be no secret is told of an event. */
	#event(event: PanelEvent): PanelEvent {
		const told = Object.entries(event).map(([name, value]) =>
			open.has(name) ? [name, value] : [name, MASK],
		);
		return Object.fromEntries(told) as PanelEvent;
	}
}

/** Members of events that hold no PIN, code, key or text. */
const open: ReadonlySet<string> = new Set([
	"type",
	"by",
	"zone",
	"signal",
	"trouble",
	"present",
	"mode",
	"force",
	"on",
	"leaveOut",
	"hour",
	"minute",
	"user",
	"person",
	"destination",
	"schedule",
	"notice",
	"id",
	"act",
	"difference",
	"minutes",
	"attribute",
	"bypass",
]);
