import { type Signal, useSignal } from "@preact/signals";
import type { MessageCheck } from "../../message/message-desk.ts";
import type { CommandList } from "../../store/command-list.ts";

type Field = MessageCheck["parameters"][number];

/**
 * The parameters of the message in the composer, each editable. The text is the
 * truth. They stay where they are until the text is checked anew: whoever types in
 * one of them would lose it at each letter.
 */
export function FieldChips({
	draft,
	check,
	commands,
}: {
	readonly draft: Signal<string>;
	/** Of the text as it is now, or as it was just before. */
	readonly check: MessageCheck | null;
	readonly commands: CommandList;
}) {
	/** What was typed here last, and the text that it made. */
	const typed = useSignal({ name: "", value: "", text: "" });
	if (check === null) return null;
	const command = commands.named(check.command ?? "");
	const fields = check.parameters.filter(
		({ name }) =>
			command?.parameters.find((each) => each.name === name)?.role === "field",
	);
	if (fields.length === 0) return null;
	const isKnown = check.text === draft.value;
	return (
		<div class="chips">
			{fields.map((field) => {
				const { name } = field;
				const told = command?.parameters.find((each) => each.name === name);
				const isWrong = check.diagnostics.some(
					({ parameter }) => parameter === name,
				);
				const isTyped =
					!isKnown &&
					typed.value.name === name &&
					typed.value.text === draft.value;
				const value = isTyped ? typed.value.value : field.value;
				return (
					<label
						key={name}
						class={`chip${isWrong ? " wrong" : ""}`}
						title={told?.rule}
					>
						<span>{name}</span>
						<input
							value={value}
							aria-invalid={isWrong}
							disabled={field.action === "absent"}
							readOnly={!isKnown && !isTyped}
							size={Math.max(4, value.length)}
							onInput={({ currentTarget }) => {
								// A comma would begin another parameter.
								const value = currentTarget.value.replaceAll(",", "");
								const text = replaced(check.text, field, value);
								typed.value = { name, value, text };
								draft.value = text;
							}}
						/>
						<small>{field.meaning}</small>
					</label>
				);
			})}
		</div>
	);
}

function replaced(text: string, { start, end }: Field, value: string): string {
	return text.slice(0, start) + value + text.slice(end);
}
