import { useComputed, useSignal } from "@preact/signals";
import { useCallback, useRef } from "preact/hooks";
import { localTime } from "../../../views/words/local-time.ts";
import type { ConsoleStore } from "../../store/console-store.ts";
import {
	panned,
	showing,
	type TimeWindow,
	wholeWindow,
	zoomed,
} from "../../store/time-window.ts";
import { type TimelineMark, timelineOf } from "../../store/timeline.ts";
import { Lanes } from "./lanes.tsx";
import { instantAtPixel, pictureRoom } from "./picture-scale.ts";
import { TimelineTable } from "./timeline-table.tsx";
import "./timeline.css";

/** A wheel's turn, or a press of `+` or `-`, makes the window so much longer. */
const ZOOM = 1.25;
/** A pointer that moved less than so many pixels has not dragged. */
const STILL = 4;

/** What has happened, in lanes over time; a click shows the panel as it was then. */
export function TimelinePane({ store }: { readonly store: ConsoleStore }) {
	const frame = useRef<HTMLDivElement | null>(null);
	const width = useSignal(800);
	/** Null shows all that has happened, and goes with it. */
	const chosen = useSignal<TimeWindow | null>(null);
	const pointed = useSignal<TimelineMark | null>(null);
	const drag = useRef<{ x: number; window: TimeWindow } | null>(null);
	const timeline = useComputed(() =>
		timelineOf(store.activities.value, store.beginning, store.start),
	);
	const window = useComputed(
		() => chosen.value ?? wholeWindow(store.start, store.now.value),
	);
	const sizes = useRef<ResizeObserver | null>(null);
	/** The picture is as wide as its frame, from when that is there. */
	const measured = useCallback(
		(element: HTMLDivElement | null) => {
			frame.current = element;
			sizes.current?.disconnect();
			if (element === null) return;
			sizes.current = new ResizeObserver(() => {
				width.value = element.clientWidth;
			});
			sizes.current.observe(element);
		},
		[width],
	);
	const { marks } = timeline.value;
	if (marks.length === 0)
		return <p class="nothing">Nothing has happened yet.</p>;
	const instantAt = (x: number) => {
		const left = frame.current?.getBoundingClientRect().left ?? 0;
		return instantAtPixel(window.value, width.value, x - left);
	};
	const pin = (mark: TimelineMark) => {
		store.moment.value = mark.id;
		pointed.value = mark;
		chosen.value = showing(window.value, mark.at);
	};
	const step = (by: number) => {
		const at = marks.findIndex(({ id }) => id === store.moment.value);
		const next = at === -1 ? marks.at(-1) : marks[at + by];
		if (next !== undefined) pin(next);
	};
	const zoom = (at: number, factor: number) => {
		chosen.value = zoomed(window.value, at, factor);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const middle = (window.value.from + window.value.to) / 2;
		if (event.key === "ArrowLeft") step(-1);
		else if (event.key === "ArrowRight") step(1);
		else if (event.key === "+") zoom(middle, 1 / ZOOM);
		else if (event.key === "-") zoom(middle, ZOOM);
		else if (event.key === "Escape") store.moment.value = null;
		else return;
		event.preventDefault();
	};
	const zone = store.shown.value.state.options.timeZone;
	return (
		<div class="timeline">
			<div class="tools">
				<button
					type="button"
					aria-label="Zoom in"
					onClick={() => zoom(store.shown.value.at, 1 / ZOOM)}
				>
					+
				</button>
				<button
					type="button"
					aria-label="Zoom out"
					onClick={() => zoom(store.shown.value.at, ZOOM)}
				>
					−
				</button>
				<button
					type="button"
					onClick={() => {
						chosen.value = null;
					}}
				>
					all
				</button>
				<p class="pointed" aria-live="polite">
					{pointed.value === null
						? "a tap shows the panel as it was; arrow keys go from event to event"
						: `${localTime(pointed.value.at, zone).slice(11)} ${pointed.value.text}`}
				</p>
			</div>
			<div
				class="picture"
				ref={measured}
				role="slider"
				aria-label="Moment"
				aria-valuemin={1}
				aria-valuemax={marks.length}
				aria-valuenow={
					1 +
					Math.max(
						0,
						marks.findIndex(
							({ id }) => id === (store.moment.value ?? marks.at(-1)?.id),
						),
					)
				}
				aria-valuetext={pointed.value?.text ?? "now"}
				tabIndex={0}
				onKeyDown={onKeyDown}
				onWheel={(event) => {
					event.preventDefault();
					zoom(instantAt(event.clientX), event.deltaY > 0 ? ZOOM : 1 / ZOOM);
				}}
				onPointerDown={(event) => {
					drag.current = { x: event.clientX, window: window.value };
				}}
				onPointerMove={(event) => {
					const start = drag.current;
					if (start === null) {
						pointed.value = nearest(marks, instantAt(event.clientX));
						return;
					}
					const moved = event.clientX - start.x;
					if (Math.abs(moved) < STILL) return;
					const { from, to } = start.window;
					chosen.value = panned(
						start.window,
						(-moved / pictureRoom(width.value)) * (to - from),
					);
				}}
				onPointerUp={(event) => {
					const start = drag.current;
					drag.current = null;
					if (start === null || Math.abs(event.clientX - start.x) >= STILL)
						return;
					const mark = nearest(marks, instantAt(event.clientX));
					if (mark !== null) pin(mark);
				}}
				onPointerLeave={() => {
					drag.current = null;
				}}
			>
				<Lanes
					timeline={timeline.value}
					window={window.value}
					width={width.value}
					now={store.now.value}
					moment={store.moment.value}
					timeZone={zone}
				/>
			</div>
			<TimelineTable marks={marks} timeZone={zone} />
		</div>
	);
}

function nearest(
	marks: readonly TimelineMark[],
	at: number,
): TimelineMark | null {
	let best: TimelineMark | null = null;
	for (const mark of marks)
		if (best === null || Math.abs(mark.at - at) <= Math.abs(best.at - at))
			best = mark;
	return best;
}
