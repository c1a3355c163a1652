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
	return (
		<select
			aria-label="Panel"
			value={chosen ?? ""}
			onChange={({ currentTarget }) => {
				const { value } = currentTarget;
				if (value.startsWith(NEW)) onMake(value.slice(NEW.length), false);
				else if (value.startsWith(WITH_MODEM))
					onMake(value.slice(WITH_MODEM.length), true);
				else onChoose(value);
			}}
		>
			{panels.map(({ id, model }) => (
				<option key={id} value={id}>
					{id === HOUSE ? "house" : `try ${id.slice(0, 4)}`}: {model}
				</option>
			))}
			<optgroup label="a new panel to try">
				{models.map(({ name, title }) => (
					<option key={name} value={NEW + name}>
						{title}
					</option>
				))}
			</optgroup>
			<optgroup label="a new panel with a modem">
				{models.map(({ name, title }) => (
					<option key={name} value={WITH_MODEM + name}>
						{title}
					</option>
				))}
			</optgroup>
		</select>
	);
}
