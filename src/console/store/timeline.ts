import type { Activity } from "../../firmware/activity.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { activityText } from "../../views/panel/activity-text.ts";
import { modeText } from "../../views/words/mode-text.ts";
import { zoneText } from "../../views/words/names.ts";

/** Something that lasted, or lasts. Instants are milliseconds since 1970. */
export interface TimelineSpan {
	readonly from: number;
	/** Null where it has not ended. */
	readonly to: number | null;
	readonly text: string;
	/** What kind of it, for its colour. */
	readonly kind: "armed" | "arming" | "disarmed" | "delay" | "siren" | "open";
}

/** Something that happened at an instant. */
export interface TimelineMark {
	/** Of the activity. */
	readonly id: number;
	readonly at: number;
	readonly lane: "texts" | "reports" | "events";
	/** Whether it came to the panel, left it, or happened at it. */
	readonly way: "in" | "out" | "at";
	readonly text: string;
}

/** What has happened at a panel, lane by lane. */
export interface Timeline {
	readonly mode: readonly TimelineSpan[];
	readonly timers: readonly TimelineSpan[];
	readonly zones: readonly TimelineSpan[];
	readonly marks: readonly TimelineMark[];
}

/**
 * Lays activities out in lanes.
 * @param beginning what the panel remembered before the first of them
 * @param start when that was
 */
export function timelineOf(
	activities: readonly Activity[],
	beginning: PanelState,
	start: number,
): Timeline {
	const lanes = { mode: new Lane(), timers: new Lane(), zones: new Lane() };
	const marks: TimelineMark[] = [];
	let before = beginning;
	look(beginning, start);
	for (const [index, activity] of activities.entries()) {
		const { id, at, state } = activity;
		look(state, at);
		const text = activityText(activity, before);
		marks.push({ id, at, text, ...placeOf(activity, activities[index - 1]) });
		before = state;
	}
	return {
		mode: lanes.mode.spans,
		timers: lanes.timers.spans,
		zones: lanes.zones.spans,
		marks,
	};

	function look(state: PanelState, at: number): void {
		lanes.mode.hold(at, modeSpans(state));
		lanes.timers.hold(at, timerSpans(state));
		lanes.zones.hold(at, zoneSpans(state));
	}
}

type Holding = Pick<TimelineSpan, "text" | "kind">;

/** Spans that begin when something starts to hold and end when it no longer does. */
class Lane {
	readonly spans: TimelineSpan[] = [];
	private open: ReadonlyMap<string, number> = new Map();

	hold(at: number, holding: readonly Holding[]): void {
		const open = new Map<string, number>();
		for (const { text, kind } of holding) {
			const there = this.open.get(text);
			open.set(text, there ?? this.spans.length);
			if (there === undefined)
				this.spans.push({ from: at, to: null, text, kind });
		}
		for (const [text, index] of this.open) {
			const span = this.spans[index];
			if (!open.has(text) && span !== undefined)
				this.spans[index] = { ...span, to: at };
		}
		this.open = open;
	}
}

function modeSpans({ runtime }: PanelState): readonly Holding[] {
	const { mode, siren } = runtime;
	const kind =
		mode === "disarm" ? "disarmed" : mode === "arming" ? "arming" : "armed";
	const [text = ""] = modeText(runtime).split(":");
	return [
		{ text, kind },
		...(siren ? [{ text: "siren", kind: "siren" } as const] : []),
	];
}

function timerSpans({ runtime }: PanelState): readonly Holding[] {
	return runtime.deadlines.flatMap(({ kind }) =>
		kind === "exit" || kind === "entry"
			? [{ text: `${kind} delay`, kind: "delay" } as const]
			: [],
	);
}

function zoneSpans(state: PanelState): readonly Holding[] {
	return state.runtime.open.map((id) => ({
		text: `${zoneText(state, id)} open`,
		kind: "open",
	}));
}

/** An answer follows its text at once; what else leaves the panel is a report or a notice. */
function placeOf(
	activity: Activity,
	previous: Activity | undefined,
): Pick<TimelineMark, "lane" | "way"> {
	if (activity.type === "event") return { lane: "events", way: "at" };
	if (activity.type === "text") return { lane: "texts", way: "in" };
	const isAnswer = previous?.type === "text" && previous.from === activity.to;
	return { lane: isAnswer ? "texts" : "reports", way: "out" };
}
