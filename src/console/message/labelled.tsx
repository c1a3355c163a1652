import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

/** An input under its label. A list inside the label would become part of its name. */
export function Labelled({
	label,
	children,
}: {
	readonly label: ComponentChildren;
	readonly children: (id: string) => ComponentChildren;
}) {
	const id = useId();
	return (
		<div class="field">
			<label for={id}>{label}</label>
			{children(id)}
		</div>
	);
}
