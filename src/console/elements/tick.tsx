import type { ComponentChildren } from "preact";

/** A box to tick, with what a tick says. */
export function Tick({
	isSet,
	onChange,
	children,
}: {
	readonly isSet: boolean;
	readonly onChange: (isSet: boolean) => void;
	readonly children: ComponentChildren;
}) {
	return (
		<label class="tick">
			<input
				type="checkbox"
				checked={isSet}
				onChange={({ currentTarget }) => onChange(currentTarget.checked)}
			/>
			<span>{children}</span>
		</label>
	);
}
