/** One of what can be chosen. */
export interface Choice {
	readonly value: string;
	readonly text: string;
}

export interface ChoiceGroup {
	readonly label: string;
	readonly choices: readonly Choice[];
}

/**
 * A list to choose from that shows the whole of what is chosen. Browsers cut it at
 * the end of its one line, so the list itself lies unseen on text that wraps.
 */
export function WrappedSelect({
	id,
	name,
	value,
	choices,
	groups = [],
	onChange,
}: {
	/** For the label that names it. */
	readonly id?: string;
	/** What it is called where no label names it, or not enough. */
	readonly name?: string;
	readonly value: string;
	readonly choices: readonly Choice[];
	/** What stands below them, under headings. */
	readonly groups?: readonly ChoiceGroup[];
	readonly onChange: (value: string) => void;
}) {
	const all = [...choices, ...groups.flatMap((group) => group.choices)];
	const chosen = all.find((choice) => choice.value === value);
	return (
		<div class="wrapped-select">
			<span aria-hidden="true">{chosen?.text ?? ""}</span>
			<select
				id={id}
				aria-label={name}
				value={value}
				onChange={({ currentTarget }) => onChange(currentTarget.value)}
			>
				{choices.map(optionOf)}
				{groups.map((group) => (
					<optgroup key={group.label} label={group.label}>
						{group.choices.map(optionOf)}
					</optgroup>
				))}
			</select>
		</div>
	);
}

function optionOf({ value, text }: Choice) {
	return (
		<option key={value} value={value}>
			{text}
		</option>
	);
}
