import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** Percent of the page's height that the lower part takes. */
const LEAST = 25;
const MOST = 70;
const AT_FIRST = 36;
const STEP = 5;

/** Where the browser keeps the height until its tab is closed. */
const KEY = "alarmpanel.drawer";

/** The edge between the panes and the lower part of the page; it is dragged, or moved by arrow keys. */
export function Splitter() {
	const share = useSignal(bounded(Number(kept() ?? AT_FIRST)));
	const move = (percent: number) => {
		share.value = bounded(percent);
	};
	useEffect(() => {
		document.documentElement.style.setProperty("--drawer", `${share.value}dvh`);
		keep(share.value);
	}, [share.value]);
	return (
		// biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved
		<div
			class="splitter"
			role="separator"
			aria-label="Height of the lower part"
			aria-orientation="horizontal"
			aria-valuemin={LEAST}
			aria-valuemax={MOST}
			aria-valuenow={Math.round(share.value)}
			tabIndex={0}
			onKeyDown={(event) => {
				if (event.key === "ArrowUp") move(share.value + STEP);
				else if (event.key === "ArrowDown") move(share.value - STEP);
				else return;
				event.preventDefault();
			}}
			onPointerDown={(event) => {
				event.currentTarget.setPointerCapture(event.pointerId);
			}}
			onPointerMove={(event) => {
				if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
				move(100 - (100 * event.clientY) / innerHeight);
			}}
		/>
	);
}

function bounded(percent: number): number {
	return Number.isFinite(percent)
		? Math.min(MOST, Math.max(LEAST, percent))
		: AT_FIRST;
}

/** A browser may forbid a page to keep anything. */
function kept(): string | null {
	try {
		return sessionStorage.getItem(KEY);
	} catch {
		return null;
	}
}

function keep(percent: number): void {
	try {
		sessionStorage.setItem(KEY, String(percent));
	} catch {
		// It is as tall as at first the next time.
	}
}
