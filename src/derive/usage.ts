import type { BoundCommand, Slot } from "./bound-command.ts";

/** The form of a command: `USRS:user,[pin],[name],[latch]`. Brackets may be blank. */
export function usage(command: BoundCommand): string {
	const { spec, slots, dialect, phrase } = command;
	if (phrase !== undefined)
		return dialect.write({
			keyword: command.keyword ?? "",
			code: "CODE",
			...phrase(
				slots.map(({ name, parameter, kind }) =>
					parameter.role === "constant"
						? parameter.text
						: `${kind?.shape.type === "glued" ? kind.shape.word : ""}<${name}>`,
				),
			),
		});
	const empty = spec.bare === true || !dialect.hasBlanks ? [] : [""];
	return dialect.form(
		spec.word,
		slots.length === 0 ? empty : slots.map(slotUsage),
	);
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
