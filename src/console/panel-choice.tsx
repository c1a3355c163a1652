import type { ModelSummary } from "./message/message-desk.ts";
import type { PanelSummary } from "./panel-over-http.ts";

/** Begins the value of a choice that makes a panel. */
const NEW = "new ";

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
	readonly onMake: (model: string) => void;
}) {
	return (
		<select
			aria-label="Panel"
			value={chosen ?? ""}
			onChange={({ currentTarget }) => {
				const { value } = currentTarget;
				if (value.startsWith(NEW)) onMake(value.slice(NEW.length));
				else onChoose(value);
			}}
		>
			{panels.map(({ id, model }) => (
				<option key={id} value={id}>
					{id === "house" ? "house" : `try ${id.slice(0, 4)}`}: {model}
				</option>
			))}
			<optgroup label="a new panel to try">
				{models.map(({ name, title }) => (
					<option key={name} value={NEW + name}>
						{title}
					</option>
				))}
			</optgroup>
		</select>
	);
}
