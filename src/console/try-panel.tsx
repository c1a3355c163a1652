import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { modelNamed } from "../models/models.ts";
import { systemClock } from "../time/system-clock.ts";
import type { MessageDesk, ModelSummary } from "./message/message-desk.ts";
import { panelInPage } from "./panel-in-page.ts";
import { PanelOnPage } from "./shell/panel-on-page.tsx";

/** The network's chance is the same in every page, so that what happened can be told. */
const SEED = 1;

/**
 * A panel inside the page, to try messages on. It is made when it is first looked
 * at, and stays as it is while the user is elsewhere on the page.
 */
export function TryPanel({
	desk,
	models,
	isShown,
}: {
	readonly desk: MessageDesk;
	readonly models: readonly ModelSummary[];
	readonly isShown: boolean;
}) {
	const isMade = useSignal(isShown);
	if (isShown) isMade.value = true;
	const model = useSignal(models[0]?.name ?? "");
	return isMade.value ? (
		<div class="try" hidden={!isShown}>
			<PanelOfModel key={model.value} name={model.value} desk={desk}>
				<select
					aria-label="Panel"
					value={model.value}
					onChange={({ currentTarget }) => {
						model.value = currentTarget.value;
					}}
				>
					{models.map(({ name, title }) => (
						<option key={name} value={name}>
							{title}
						</option>
					))}
				</select>
			</PanelOfModel>
		</div>
	) : null;
}

/** Another model is another panel, fresh from the factory. */
function PanelOfModel({
	name,
	desk,
	children,
}: {
	readonly name: string;
	readonly desk: MessageDesk;
	readonly children: preact.JSX.Element;
}) {
	const panel = useMemo(() => {
		const model = modelNamed(name);
		const now = Math.floor(systemClock.now() / 1000) * 1000;
		return model && panelInPage({ model, now, seed: SEED });
	}, [name]);
	return panel === undefined ? null : (
		<PanelOnPage panel={panel} desk={desk}>
			{children}
		</PanelOnPage>
	);
}
