/** A fresh panel and what it answers to texts. */

import type { Response } from "../../src/firmware/answer/response.ts";
import { respond } from "../../src/firmware/respond.ts";
import type { Model } from "../../src/models/model.ts";
import { factoryState, type PanelState } from "../../src/panel/state/state.ts";

export const NOON = Date.UTC(2026, 10, 20, 12);
export const PHONE = "+15550101";
export const PANEL = "+15550100";

/** The panel of a model, fresh from the factory. */
export function fresh(model: Model): PanelState {
	return factoryState(model.name, model.sections);
}

/** What a panel makes of one text at noon. */
export function texted(
	model: Model,
	state: PanelState,
	text: string,
	from = PHONE,
): Response {
	return respond({ model, number: PANEL }, state, { from, text }, NOON);
}

/** The replies to some texts in turn; null is silence. */
export function replies(
	model: Model,
	texts: readonly string[],
	start: PanelState = fresh(model),
): readonly (string | null)[] {
	let state = start;
	return texts.map((text) => {
		const response = texted(model, state, text);
		state = response.state;
		return response.reply;
	});
}
