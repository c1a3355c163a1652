import type { Signal } from "@preact/signals";
import type { MessageCheck } from "../../message/message-desk.ts";
import type { CommandList } from "../../store/command-list.ts";

type Field = MessageCheck["parameters"][number];

/** The parameters of the message in the composer, each editable. The text is the truth. */
export function FieldChips({
	draft,
	check,
	commands,
}: {
	readonly draft: Signal<string>;
	readonly check: MessageCheck | null;
	readonly commands: CommandList;
}) {
	if (check === null || check.text !== draft.value) return null;
	const command = commands.named(check.command ?? "");
	const fields = check.parameters.filter(
		({ name }) =>
			command?.parameters.find((each) => each.name === name)?.role === "field",
	);
	if (fields.length === 0) return null;
	return (
		<div class="chips">
			{fields.map((field) => {
				const told = command?.parameters.find(
					({ name }) => name === field.name,
				);
				const isWrong = check.diagnostics.some(
					({ parameter }) => parameter === field.name,
				);
				return (
					<label
						key={field.name}
						class={`chip${isWrong ? " wrong" : ""}`}
						title={told?.rule}
					>
						<span>{field.name}</span>
						<input
							value={field.value}
							aria-invalid={isWrong}
							disabled={field.action === "absent"}
							size={Math.max(4, field.value.length)}
							onInput={(event) => {
								draft.value = replaced(
									draft.value,
									field,
									event.currentTarget.value,
								);
							}}
						/>
						<small>{field.meaning}</small>
					</label>
				);
			})}
		</div>
	);
}

/** A comma would begin another parameter. */
function replaced(text: string, { start, end }: Field, value: string): string {
	return text.slice(0, start) + value.replaceAll(",", "") + text.slice(end);
}
