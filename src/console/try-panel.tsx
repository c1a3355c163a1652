import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { modelNamed } from "../models/models.ts";
import type { PanelState } from "../panel/state/state.ts";
import { systemClock } from "../time/system-clock.ts";
import { SECOND } from "../time/units.ts";
import { WrappedSelect } from "./elements/wrapped-select.tsx";
import type { MessageDesk, ModelSummary } from "./message/message-desk.ts";
import { isAbsent, type PagePanel } from "./page-panel.ts";
import { panelInPage } from "./panel-in-page.ts";
import { panelWithModem } from "./panel-with-modem.ts";
import { PanelOnPage } from "./shell/panel-on-page.tsx";
import { PageView } from "./store/page-view.ts";

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
	const choice = useSignal(models[0]?.name ?? "");
	const view = useMemo(() => new PageView(), []);
	return isMade.value ? (
		<div class="try" hidden={!isShown}>
			<ChosenPanel
				key={choice.value}
				choice={choice.value}
				view={view}
				desk={desk}
			>
				<WrappedSelect
					name="Panel"
					value={choice.value}
					choices={models.map(({ name, title }) => ({
						value: name,
						text: title,
					}))}
					groups={[
						{
							label: "with a modem",
							choices: models.map(({ name, title }) => ({
								value: WITH_MODEM + name,
								text: `${title} with a modem`,
							})),
						},
					]}
					onChange={(value) => {
						choice.value = value;
						view.turnToAnother();
					}}
				/>
			</ChosenPanel>
		</div>
	) : null;
}

/** Another choice is another panel, fresh from the factory. */
function ChosenPanel({
	choice,
	view,
	desk,
	children,
}: {
	readonly choice: string;
	readonly view: PageView;
	readonly desk: MessageDesk;
	readonly children: preact.JSX.Element;
}) {
	const panel = useSignal<PagePanel | null>(null);
	/** How often a panel was put on the page: one that is put there anew begins anew. */
	const times = useSignal(0);
	useEffect(() => {
		let isGone = false;
		const put: Put = async (now, beginning) => {
			const fresh = await made(choice, { now, beginning, put });
			if (isGone) {
				fresh?.close();
				return;
			}
			if (fresh !== null && panel.value !== null)
				await goOn(panel.value, fresh);
			panel.value = fresh;
			times.value += 1;
		};
		void put(Math.floor(systemClock.now() / SECOND) * SECOND, undefined);
		return () => {
			isGone = true;
		};
	}, [choice]);
	return panel.value === null ? null : (
		<PanelOnPage key={times.value} panel={panel.value} view={view} desk={desk}>
			{children}
		</PanelOnPage>
	);
}

/** Begins the choice of a panel with a modem. */
const WITH_MODEM = "modem ";

/** Puts a panel on the page, with what it remembers; undefined from the factory. */
type Put = (now: number, beginning: PanelState | undefined) => Promise<void>;

async function made(
	choice: string,
	{
		now,
		beginning,
		put,
	}: {
		readonly now: number;
		readonly beginning: PanelState | undefined;
		readonly put: Put;
	},
): Promise<PagePanel | null> {
	const withModem = choice.startsWith(WITH_MODEM);
	const model = modelNamed(
		withModem ? choice.slice(WITH_MODEM.length) : choice,
	);
	if (model === undefined) return null;
	const options = {
		model,
		now,
		seed: SEED,
		...(beginning === undefined ? {} : { beginning }),
		onAnew: (memory: PanelState, at: number) => put(at, memory),
	};
	return withModem ? await panelWithModem(options) : panelInPage(options);
}

/** A panel that takes the place of another one has its speed, its network and what is told of it. */
async function goOn(old: PagePanel, fresh: PagePanel): Promise<void> {
	if (old.showDuress !== null && fresh.showDuress !== null)
		fresh.showDuress.value = old.showDuress.value;
	if (!isAbsent(old.channel) && !isAbsent(fresh.channel))
		for (const rule of old.channel.rules.value) await fresh.channel.add(rule);
	await fresh.setSpeed?.(old.speed.value);
}
