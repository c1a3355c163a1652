import { DEFAULT_PHONE } from "../../network/default-numbers.ts";
import { asTyped } from "../../panel/state/phone-number.ts";
import { factoryState } from "../../panel/state/state.ts";
import { DirectPanel } from "../../simulation/direct-panel.ts";
import type { PanelLink } from "../../site/apply/panel-link.ts";
import { SimulatedLink } from "../../site/links/simulated-link.ts";
import type { PreparedSite } from "./prepared-site.ts";

/**
 * The way to a throw-away simulated panel, in virtual time: what the plan starts from,
 * and the factory's where that is not known.
 * @param now milliseconds since 1970
 */
export function simulatedEnd(
	{ plan, number }: PreparedSite,
	now: number,
): PanelLink {
	const { model } = plan.site;
	const state = plan.before ?? factoryState(model.name, model.sections);
	const identity = { model, number, numbering: asTyped };
	return new SimulatedLink(
		new DirectPanel(identity, state, now),
		DEFAULT_PHONE,
	);
}
