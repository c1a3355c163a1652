import { effect, type Signal, signal } from "@preact/signals";
import type { MessageDraft } from "./message-draft.ts";

/** One place for all pages that are opened as files: nothing secret may be in it. */
const PLACE = "alarmpanel.kept";

/**
 * Keeps the panel and its number on this device while the user has ticked it, and
 * leaves nothing behind otherwise. Messages, codes and PINs are never kept.
 * @returns whether it is ticked
 */
export function keepChoices({
	model,
	number,
	models,
}: MessageDraft): Signal<boolean> {
	const before = read();
	if (before !== null) {
		if (models.some(({ name }) => name === before.model))
			model.value = before.model;
		number.value = before.number;
	}
	const isKept = signal(before !== null);
	effect(() => {
		const kept = { model: model.value, number: number.value };
		write(isKept.value ? JSON.stringify(kept) : null);
	});
	return isKept;
}

interface KeptChoices {
	readonly model: string;
	readonly number: string;
}

/** Another page may have written anything there. */
function read(): KeptChoices | null {
	try {
		const { model, number } = JSON.parse(localStorage.getItem(PLACE) ?? "null");
		return typeof model === "string" && typeof number === "string"
			? { model, number }
			: null;
	} catch {
		return null;
	}
}

/** A browser may keep nothing at all; then the tick lasts as long as the page. */
function write(content: string | null): void {
	try {
		if (content === null) localStorage.removeItem(PLACE);
		else localStorage.setItem(PLACE, content);
	} catch {}
}
