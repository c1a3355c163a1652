import { WrappedSelect } from "./elements/wrapped-select.tsx";
import type { ModelSummary } from "./message/message-desk.ts";
import { HOUSE, type PanelSummary } from "./panel-summary.ts";

/** Begins the value of a choice that makes a panel. */
const NEW = "new ";
const WITH_MODEM = "modem ";

/** Which panel of the server is shown; or a new one of a model. */
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
	const made = (beginning: string) =>
		models.map(({ name, title }) => ({ value: beginning + name, text: title }));
	return (
		<WrappedSelect
			name="Panel"
			value={chosen ?? ""}
			choices={panels.map(({ id, model }) => ({
				value: id,
				text: `${id === HOUSE ? "house" : `try ${id.slice(0, 4)}`}: ${model}`,
			}))}
			groups={[
				{ label: "a new panel to try", choices: made(NEW) },
				{ label: "a new panel with a modem", choices: made(WITH_MODEM) },
			]}
			onChange={(value) => {
				if (value.startsWith(NEW)) onMake(value.slice(NEW.length), false);
				else if (value.startsWith(WITH_MODEM))
					onMake(value.slice(WITH_MODEM.length), true);
				else onChoose(value);
			}}
		/>
	);
}
