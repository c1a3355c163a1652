import { useSignal } from "@preact/signals";
import { WrappedSelect } from "./elements/wrapped-select.tsx";
import type { ModelSummary } from "./message/message-desk.ts";
import { HOUSE, type PanelSummary } from "./panel-summary.ts";

/** Begins the value of a choice that makes a panel. */
const NEW = "new ";
const WITH_MODEM = "modem ";

/**
 * Which panel of the server is shown; or a new one of a model. A new one is made by
 * a button: an arrow key at the list must not make one.
 */
export function PanelChoice({
	panels,
	models,
	chosen,
	onChoose,
	onMake,
}: {
	readonly panels: readonly PanelSummary[];
	readonly models: readonly ModelSummary[];
	readonly chosen: string | null;
	readonly onChoose: (id: string) => void;
	readonly onMake: (model: string, withModem: boolean) => void;
}) {
	const wanted = useSignal<string | null>(null);
	const made = (beginning: string, addition = "") =>
		models.map(({ name, title }) => ({
			value: beginning + name,
			text: title + addition,
		}));
	const make = (choice: string) => {
		const withModem = choice.startsWith(WITH_MODEM);
		const { length } = withModem ? WITH_MODEM : NEW;
		onMake(choice.slice(length), withModem);
	};
	return (
		<>
			<WrappedSelect
				name="Panel"
				value={wanted.value ?? chosen ?? ""}
				choices={panels.map(({ id, model }) => ({
					value: id,
					text: `${id === HOUSE ? "house" : `try ${id.slice(0, 4)}`}: ${model}`,
				}))}
				groups={[
					{ label: "a new panel to try", choices: made(NEW) },
					{
						label: "a new panel with a modem",
						choices: made(WITH_MODEM, " with a modem"),
					},
				]}
				onChange={(value) => {
					const isNew = value.startsWith(NEW) || value.startsWith(WITH_MODEM);
					wanted.value = isNew ? value : null;
					if (!isNew && value !== chosen) onChoose(value);
				}}
			/>
			{wanted.value === null ? null : (
				<button
					type="button"
					onClick={({ currentTarget }) => {
						// The button goes away; the list is there again beside the new panel.
						currentTarget.parentElement?.querySelector("select")?.focus();
						make(wanted.value ?? "");
					}}
				>
					Make it
				</button>
			)}
		</>
	);
}
