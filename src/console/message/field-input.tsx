import { Tick } from "../elements/tick.tsx";
import { WrappedSelect } from "../elements/wrapped-select.tsx";
import type { Composition } from "./composition.ts";
import { Labelled } from "./labelled.tsx";
import type { CommandEntry } from "./message-desk.ts";

/** One field of a message: its value, or that a blank is sent, and what that will do. */
export function FieldInput({
	composition,
	field: { name, label, rule, choices, blank },
}: {
	readonly composition: Composition;
	readonly field: CommandEntry["parameters"][number];
}) {
	const text = composition.fields.value[name];
	const change = (value: string) =>
		composition.say(name, value === "" ? undefined : value);
	const canBeBlank = blank !== "is not allowed";
	return (
		<div>
			<Labelled
				label={
					<>
						{label}
						{/* The choices stand in the field. */}
						{choices === null ? <small> · {rule}</small> : null}
					</>
				}
			>
				{(id) =>
					choices === null ? (
						<input
							id={id}
							autocapitalize="none"
							autocomplete="off"
							spellcheck={false}
							value={text ?? ""}
							onInput={({ currentTarget }) => change(currentTarget.value)}
						/>
					) : (
						<WrappedSelect
							id={id}
							value={text ?? ""}
							choices={[
								{ value: "", text: "–" },
								...choices.map((choice) => ({
									value: choice.text,
									text: `${choice.text} ${choice.meaning}`,
								})),
							]}
							onChange={change}
						/>
					)
				}
			</Labelled>
			{canBeBlank && (text === undefined || text === "") && (
				<Tick
					isSet={text === ""}
					onChange={(isSet) => composition.say(name, isSet ? "" : undefined)}
				>
					send a blank, which {blank}
				</Tick>
			)}
		</div>
	);
}
