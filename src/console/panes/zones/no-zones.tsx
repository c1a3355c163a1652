import { howMany } from "../../../how-many.ts";
import type { CommandList } from "../../store/command-list.ts";
import type { ConsoleStore } from "../../store/console-store.ts";
import { furnishing } from "../../store/furnishing.ts";

/** What stands where the panel has no devices yet. */
export function NoZones({
	store,
	commands,
}: {
	readonly store: ConsoleStore;
	readonly commands: CommandList;
}) {
	const texts = furnishing(commands.all.value);
	const { isPast } = store.shown.value;
	if (!store.panel.isOpen)
		return <p class="nothing">The house has no devices yet.</p>;
	const furnish = async () => {
		for (const text of texts) await store.text(text);
	};
	return (
		<div class="nothing">
			<p>The house has no devices yet.</p>
			{texts.length === 0 ? (
				<p>This panel learns its devices at the keypad; no message adds one.</p>
			) : (
				<p>
					<button
						type="button"
						disabled={isPast}
						onClick={() => void furnish()}
					>
						Add six devices
					</button>{" "}
					by {howMany(texts.length, "text")} from the phone.
				</p>
			)}
		</div>
	);
}
