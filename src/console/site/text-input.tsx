import type { Signal } from "@preact/signals";

/** One line to be typed, under its label. What is typed is never offered again. */
export function TextInput({
	label,
	name = label,
	value,
	onInput,
	isWrong = false,
	mode,
}: {
	readonly label: string;
	/** For who does not see where it stands; the label by default. */
	readonly name?: string;
	readonly value: string;
	readonly onInput: (text: string) => void;
	readonly isWrong?: boolean;
	readonly mode?: "numeric";
}) {
	return (
		<label class="field">
			<span>{label}</span>
			<input
				autocapitalize="none"
				autocomplete="off"
				spellcheck={false}
				inputMode={mode}
				aria-label={name}
				aria-invalid={isWrong}
				value={value}
				onInput={({ currentTarget }) => onInput(currentTarget.value)}
			/>
		</label>
	);
}

/** The same for a text that is a signal. */
export function SignalInput({
	label,
	of,
}: {
	readonly label: string;
	readonly of: Signal<string>;
}) {
	return (
		<TextInput
			label={label}
			value={of.value}
			onInput={(text) => {
				of.value = text.trim();
			}}
		/>
	);
}
