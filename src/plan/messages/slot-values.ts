import type { Slot } from "../../derive/bound-command.ts";
import type { Value } from "../../parameters/kind.ts";

/** Whether a slot can carry a value, so that it is read back as the same. */
export function fits(slot: Slot, value: Value): boolean {
	const text = textOf(slot, value);
	if (text === null || text === "") return false;
	return slot.kind?.read(text) === value;
}

/** A value as a slot says it; null where it cannot. */
export function textOf({ kind }: Slot, value: Value): string | null {
	try {
		// A kind of texts prints a number as it is.
		return kind === null ? null : String(kind.print(value));
	} catch {
		// A kind has no text for a value that is none of its own.
		return null;
	}
}

/** The slot of a command with that name. */
export function slotOf(
	{ slots }: { readonly slots: readonly Slot[] },
	name: string,
): Slot | undefined {
	return slots.find((slot) => slot.name === name);
}
