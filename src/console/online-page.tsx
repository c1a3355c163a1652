import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { messageOf } from "../error-message.ts";
import { type ApiLink, answerIn } from "./api-link.ts";
import type { MessageDesk, ModelSummary } from "./message/message-desk.ts";
import type { PagePanel } from "./page-panel.ts";
import { PanelChoice } from "./panel-choice.tsx";
import { panelOverHttp } from "./panel-over-http.ts";
import type { PanelSummary } from "./panel-summary.ts";
import { PanelOnPage } from "./shell/panel-on-page.tsx";
import { siteDeskOverHttp } from "./site/site-desk-over-http.ts";
import { PageView } from "./store/page-view.ts";

/** The panels of a server, one of them with its panes. */
export function OnlinePage({
	link,
	desk,
}: {
	readonly link: ApiLink;
	readonly desk: MessageDesk;
}) {
	const panels = useSignal<readonly PanelSummary[]>([]);
	const models = useSignal<readonly ModelSummary[]>([]);
	const panel = useSignal<PagePanel | null>(null);
	const chosen = useSignal<string | null>(null);
	/** How often a panel was put on the page: one that is shown anew begins anew. */
	const times = useSignal(0);
	const sites = useComputed(() =>
		chosen.value === null ? null : siteDeskOverHttp(link, chosen.value),
	);
	const view = useMemo(() => new PageView(), []);
	const fault = useSignal<string | null>(null);
	const isLoading = useComputed(
		() => panel.value === null && fault.value === null,
	);
	const show = async (id: string) => {
		try {
			panel.value = await panelOverHttp(link, id, () => {
				if (chosen.value === id) void show(id);
			});
			if (chosen.value !== id) view.turnToAnother();
			chosen.value = id;
			times.value += 1;
			fault.value = null;
		} catch (error) {
			fault.value = messageOf(error);
		}
	};
	const make = async (model: string, withModem = false) => {
		try {
			const fresh = answerIn<PanelSummary>(
				await link.ask("/v1/panels", {
					model,
					time: 0,
					channel: [],
					...(withModem ? { lines: [] } : {}),
				}),
			);
			panels.value = [...panels.value, fresh];
			await show(fresh.id);
		} catch (error) {
			fault.value = messageOf(error);
		}
	};
	const start = async () => {
		fault.value = null;
		try {
			const listed = answerIn<{ panels: readonly PanelSummary[] }>(
				await link.ask("/v1/panels"),
			);
			panels.value = listed.panels;
			models.value = await desk.models();
			const [first] = listed.panels;
			const [model] = models.value;
			if (first !== undefined) await show(first.id);
			else if (model !== undefined) await make(model.name);
		} catch (error) {
			fault.value = messageOf(error);
		}
	};
	useEffect(() => void start(), []);
	return (
		<div class="online">
			{fault.value === null ? null : (
				<p class="fault" role="alert">
					{fault.value}{" "}
					<button type="button" onClick={() => void start()}>
						Try again
					</button>
				</p>
			)}
			{isLoading.value ? <p class="loading">Asking the server …</p> : null}
			{panel.value === null ? null : (
				<PanelOnPage
					key={times.value}
					panel={panel.value}
					view={view}
					desk={desk}
					sites={sites.value}
				>
					<PanelChoice
						panels={panels.value}
						models={models.value}
						chosen={chosen.value}
						onChoose={(id) => void show(id)}
						onMake={(model, withModem) => void make(model, withModem)}
					/>
				</PanelOnPage>
			)}
		</div>
	);
}
