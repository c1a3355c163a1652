import { WrappedSelect } from "../elements/wrapped-select.tsx";
import { Labelled } from "./labelled.tsx";
import type { ModelSummary } from "./message-desk.ts";

/** Which panel it is about. */
export function ModelChoice({
	models,
	value,
	all,
	onChange,
}: {
	readonly models: readonly ModelSummary[];
	/** Name of a model; "" for all of them. */
	readonly value: string;
	/** How all of them together are called; without it one has to be chosen. */
	readonly all?: string;
	readonly onChange: (name: string) => void;
}) {
	return (
		<Labelled label="Panel">
			{(id) => (
				<WrappedSelect
					id={id}
					value={value}
					choices={[
						...(all === undefined ? [] : [{ value: "", text: all }]),
						...models.map(({ name, title }) => ({ value: name, text: title })),
					]}
					onChange={onChange}
				/>
			)}
		</Labelled>
	);
}
