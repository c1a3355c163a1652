import { localTime } from "../../../views/words/local-time.ts";
import { scaleOf, type TimeWindow } from "../../store/time-window.ts";
import type {
	Timeline,
	TimelineMark,
	TimelineSpan,
} from "../../store/timeline.ts";
import { LABEL, pictureRoom, pixelOf } from "./picture-scale.ts";

/** Pixels. */
const LANE = 24;
const SCALE = 18;
/** A letter of the small face is about so wide. */
const LETTER = 6.6;
/** One label of the scale for so many pixels. */
const PER_LABEL = 110;

/** Open zones stand in so many rows; more share the last. */
const MOST_ROWS = 4;

/** The lanes of a timeline, drawn. A table says the same in words. */
export function Lanes({
	timeline,
	window,
	width,
	now,
	moment,
	timeZone,
}: {
	readonly timeline: Timeline;
	readonly window: TimeWindow;
	readonly width: number;
	readonly now: number;
	readonly moment: number | null;
	readonly timeZone: string;
}) {
	const x = (at: number) => pixelOf(window, width, at);
	const isSeen = (span: TimelineSpan) =>
		x(span.to ?? now) >= LABEL && x(span.from) <= width;
	const zoneRows = rowsOf(timeline.zones);
	const zoneHeight = Math.max(1, ...zoneRows.map((row) => row + 1)) * 16 + 8;
	const tops = {
		mode: 0,
		zones: LANE,
		timers: LANE + zoneHeight,
		texts: 2 * LANE + zoneHeight,
		reports: 3 * LANE + zoneHeight,
		events: 4 * LANE + zoneHeight,
	};
	const height = 5 * LANE + zoneHeight + SCALE;
	const bar = (span: TimelineSpan, top: number, key: string) => {
		if (!isSeen(span)) return null;
		const left = Math.max(LABEL, x(span.from));
		const right = Math.min(width + 4, x(span.to ?? now));
		const room = right - left;
		return (
			<g key={key} class={`span ${span.kind}`}>
				<rect
					x={left}
					y={top + 4}
					width={Math.max(2, right - left)}
					height={14}
					rx={2}
				/>
				{room > span.text.length * LETTER ? (
					<text x={left + 4} y={top + 15}>
						{span.text}
					</text>
				) : null}
			</g>
		);
	};
	const pinned = timeline.marks.find(({ id }) => id === moment);
	return (
		<svg width={width} height={height} aria-hidden="true">
			{scaleOf(window, Math.max(1, pictureRoom(width) / PER_LABEL)).map(
				(at) => (
					<g key={at} class="scale">
						<line x1={x(at)} x2={x(at)} y1={0} y2={height - SCALE} />
						<text x={x(at)} y={height - 4} text-anchor="middle">
							{localTime(at, timeZone).slice(11)}
						</text>
					</g>
				),
			)}
			{timeline.mode.map((span, at) =>
				span.kind === "siren"
					? bar({ ...span, text: "" }, tops.mode + 12, `s${at}`)
					: bar(span, tops.mode, `m${at}`),
			)}
			{timeline.zones.map((span, at) =>
				bar(span, tops.zones + 16 * (zoneRows[at] ?? 0), `z${at}`),
			)}
			{timeline.timers.map((span, at) => bar(span, tops.timers, `t${at}`))}
			{timeline.marks.map((mark) => {
				const left = x(mark.at);
				if (left < LABEL || left > width) return null;
				return (
					<path
						key={mark.id}
						class={`mark ${mark.lane}`}
						d={markPath(mark, left, tops[mark.lane] + 11)}
					/>
				);
			})}
			<line class="now" x1={x(now)} x2={x(now)} y1={0} y2={height - SCALE} />
			{pinned === undefined ? null : (
				<line
					class="pinned"
					x1={x(pinned.at)}
					x2={x(pinned.at)}
					y1={0}
					y2={height - SCALE}
				/>
			)}
			{Object.entries(tops).map(([name, top]) => (
				<g key={name} class="label">
					<rect x={0} y={top + 3} width={LABEL} height={16} />
					<text x={2} y={top + 15}>
						{name}
					</text>
				</g>
			))}
		</svg>
	);
}

/** A triangle to the right came to the panel, one to the left left it, a stroke happened at it. */
function markPath({ way }: TimelineMark, x: number, y: number): string {
	if (way === "in") return `M${x - 4} ${y - 5}l8 5l-8 5z`;
	if (way === "out") return `M${x + 4} ${y - 5}l-8 5l8 5z`;
	return `M${x - 1} ${y - 6}h2v12h-2z`;
}

/** A row for each span, so that those that overlap stand under each other. */
function rowsOf(spans: readonly TimelineSpan[]): readonly number[] {
	const ends: number[] = [];
	return spans.map(({ from, to }) => {
		const free = ends.findIndex((end) => end <= from);
		const row = Math.min(MOST_ROWS - 1, free === -1 ? ends.length : free);
		ends[row] = to ?? Number.POSITIVE_INFINITY;
		return row;
	});
}
