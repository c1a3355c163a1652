import { howMany } from "../../../../how-many.ts";
import { type Html, html } from "../../../../views/words/html-text.ts";
import type { BlockTimes, SlowConversation } from "../../block-times.ts";
import { Slowest } from "../../block-times.ts";

/** Bars of the picture at most; more blocks share a bar. */
const BARS = 120;
const HEIGHT = 80;

/** How long the blocks of a run took, however many there are. */
export class RunTimes {
	private readonly slow = new Slowest();
	/** Milliseconds of so many blocks each. */
	private bars: number[] = [];
	private blocksOfBar = 1;
	private inLast = 0;
	blocks = 0;
	took = 0;

	add({ took, slowest }: BlockTimes): void {
		for (const each of slowest) this.slow.add(each);
		this.blocks += 1;
		this.took += took;
		if (this.inLast === 0) this.bars.push(0);
		const last = this.bars.length - 1;
		this.bars[last] = (this.bars[last] ?? 0) + took;
		this.inLast = (this.inLast + 1) % this.blocksOfBar;
		if (this.bars.length <= BARS || this.inLast !== 0) return;
		this.bars = Array.from(
			{ length: Math.ceil(this.bars.length / 2) },
			(_, at) => (this.bars[2 * at] ?? 0) + (this.bars[2 * at + 1] ?? 0),
		);
		this.blocksOfBar *= 2;
		// With an odd number of bars the last one is half full.
		this.inLast = this.blocks % this.blocksOfBar;
	}

	get slowest(): readonly SlowConversation[] {
		return this.slow.list;
	}

	get perBar(): { readonly blocks: number; readonly times: readonly number[] } {
		return { blocks: this.blocksOfBar, times: this.bars };
	}
}

/** The slowest conversations, and a picture of the time of each block; nothing where nothing ran. */
export function timesOf(times: RunTimes): Html | null {
	if (times.blocks === 0) return null;
	const { blocks, times: bars } = times.perBar;
	const most = bars.reduce((a, b) => Math.max(a, b), 0) || 1;
	const each = blocks === 1 ? "a block" : `${blocks} blocks`;
	return html`<section aria-label="Times"><h2>Times</h2>
<p class="facts">${howMany(times.blocks, "block")}, ${milliseconds(times.took)} of work in all threads. A bar is ${each}; the highest is ${milliseconds(most)}.</p>
<svg class="times" role="img" aria-label="time of each block" viewBox="0 0 ${bars.length} ${HEIGHT}" preserveAspectRatio="none" width="100%" height="${HEIGHT}">${bars.map(
		(took, at) => {
			const high = Math.max(0.5, (HEIGHT * took) / most);
			return html`<rect x="${at}" y="${(HEIGHT - high).toFixed(1)}" width="0.9" height="${high.toFixed(1)}" fill="currentColor"/>`;
		},
	)}</svg>
<h3>The slowest conversations</h3>
<ol>${times.slowest.map(
		({ id, file, line, took }) =>
			html`<li>${milliseconds(took)} ${id} <small>${file}:${line}</small></li>`,
	)}</ol></section>`;
}

function milliseconds(time: number): string {
	return time >= 1000
		? `${(time / 1000).toFixed(1)} s`
		: `${time.toFixed(2)} ms`;
}
