import type { Diagnostic } from "./diagnostic.ts";
import type { Span } from "./span.ts";
import { columns, shown } from "./terminal-text.ts";

/** Columns that an echoed message may take on a terminal. */
const WIDEST = 120;
/** Columns that are kept in front of the span where both do not fit. */
const BEFORE = 40;
/** Code units around the span that are looked at; the rest is cut unseen. */
const AROUND = 4 * WIDEST;

/**
 * The message with carets under the span and the wording behind them:
 * ```
 * PROG 7982 USRS:1,12345,JOHN,1
 *                  ^^^^^ user PIN: 4 digits, this has 5
 * ```
 * Two lines without a line break at the end. An empty span gets one caret. The
 * echo is safe to print, whatever the text holds, and takes one line: controls
 * are shown as pictures, a long message is cut to a window around the span.
 * The hint is left to the caller.
 */
export function drawCaret(
	text: string,
	diagnostic: Pick<Diagnostic, "start" | "end" | "message">,
): string {
	const { echo, before, under } = windowAround(text, diagnostic);
	const carets = "^".repeat(Math.max(1, under));
	return `${echo}\n${" ".repeat(before)}${carets} ${diagnostic.message}`;
}

/** What a reader takes for one character, as it is printed. */
interface Cell extends Span {
	readonly shown: string;
	readonly columns: number;
}

/** `before` and `under` count columns: up to the span, and of the span. */
export interface EchoWindow {
	readonly echo: string;
	readonly before: number;
	readonly under: number;
}

/**
 * The message as it is echoed, cut to a window around the span where it is longer
 * than so many columns.
 */
export function windowAround(
	text: string,
	span: Span,
	widest = WIDEST,
): EchoWindow {
	const from = Math.max(0, span.start - AROUND);
	const to = Math.min(text.length, span.start + 2 * AROUND);
	const cells = cellsBetween(text, from, to);
	// From its beginning, if the end of the span is in sight from there.
	const upToSpan = cells.filter((cell) => cell.start < span.end);
	const fits = to === text.length && width(cells) <= widest;
	const fromStart = from === 0 && (fits || width(upToSpan) < widest);
	const first = fromStart
		? 0
		: firstCellShown(cells, span, Math.min(BEFORE, Math.floor(widest / 3)));
	const head = first > 0 || from > 0 ? ELLIPSIS : "";
	const rest = cells.slice(first);
	const room = widest - head.length;
	if (to === text.length && width(rest) <= room) {
		return drawn(rest, span, head, "");
	}
	return drawn(upToWidth(rest, room - ELLIPSIS.length), span, head, ELLIPSIS);
}

const ELLIPSIS = "…";

function drawn(
	cells: readonly Cell[],
	span: Span,
	head: string,
	tail: string,
): EchoWindow {
	const inFront = cells.filter((cell) => cell.end <= span.start);
	const inside = cells.filter(
		(cell) => cell.end > span.start && cell.start < span.end,
	);
	return {
		echo: `${head}${cells.map((cell) => cell.shown).join("")}${tail}`,
		before: head.length + width(inFront),
		under: width(inside),
	};
}

let graphemes: Intl.Segmenter | null = null;

function cellsBetween(text: string, from: number, to: number): Cell[] {
	// Making one takes long, and most commands draw no caret.
	graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" });
	return Array.from(
		graphemes.segment(text.slice(from, to)),
		({ segment, index }) => ({
			start: from + index,
			end: from + index + segment.length,
			// The sign for a no-break space, which else looks like a space.
			shown: shown(segment).replaceAll("\u00a0", "\u237d"),
			columns: columns(segment),
		}),
	);
}

/** The span begins `before` columns behind it, or a little less. */
function firstCellShown(
	cells: readonly Cell[],
	span: Span,
	before: number,
): number {
	let first = cells.findIndex((cell) => cell.end > span.start);
	if (first === -1) first = cells.length;
	for (let room = before; first > 0; first--) {
		room -= cells[first - 1]?.columns ?? 0;
		if (room < 0) break;
	}
	return first;
}

function upToWidth(cells: readonly Cell[], room: number): Cell[] {
	const kept: Cell[] = [];
	let left = room;
	for (const cell of cells) {
		left -= cell.columns;
		if (left < 0) break;
		kept.push(cell);
	}
	return kept;
}

function width(cells: readonly Cell[]): number {
	return cells.reduce((sum, cell) => sum + cell.columns, 0);
}
