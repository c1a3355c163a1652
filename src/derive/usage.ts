import type { BoundCommand, Slot } from "./bound-command.ts";

/** The form of a command: `USRS:user,[pin],[name],[latch]`. Brackets may be blank. */
export function usage({ spec, slots }: BoundCommand): string {
	if (slots.length === 0 && spec.bare === true) return spec.word;
	return `${spec.word}:${slots.map(slotUsage).join(",")}`;
}

function slotUsage({ name, parameter }: Slot): string {
	if (parameter.role === "constant") return parameter.text;
	if (parameter.role === "unused") return "";
	return parameter.policy === "required" ? name : `[${name}]`;
}

/** What a blank does in a slot, in words that follow "a blank". */
export function blankEffect({ parameter }: Slot): string {
	if (parameter.role === "constant") return "is not allowed";
	if (parameter.role === "unused") return "is all that is allowed";
	switch (parameter.policy) {
		case "required":
			return "is not allowed";
		case "keep":
			return "keeps the old value";
		case "clear":
			return "clears it";
		case "else":
			return `stands for ${parameter.otherwise}`;
	}
}
