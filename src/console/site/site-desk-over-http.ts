import { type ApiLink, answerIn } from "../api-link.ts";
import { HOUSE } from "../panel-summary.ts";
import type {
	PlanOnPage,
	SiteDesk,
	SiteQuestion,
	SiteRefusal,
} from "./site-desk.ts";

/**
 * The desk of a page that shows a panel of a server.
 * @param panel its id; the panel in the house is not planned from, since it hands out no codes
 */
export function siteDeskOverHttp(link: ApiLink, panel: string): SiteDesk {
	const body = ({ from, ...question }: SiteQuestion) => ({
		...question,
		from: from === "panel" ? { panel } : from,
	});
	return {
		knowsPanel: panel !== HOUSE,
		async plan(question) {
			const reply = await link.ask("/v1/plan", {
				...body(question),
				texts: true,
			});
			const { errors } = (reply.body ?? {}) as {
				readonly errors?: SiteRefusal["faults"];
			};
			if (reply.status === 422 && errors !== undefined && errors.length > 0)
				return { ok: false, faults: errors };
			return { ...answerIn<Omit<PlanOnPage, "ok">>(reply), ok: true };
		},
		async paper(question, wanted) {
			const asked = { ...body(question), ...wanted };
			return answerIn<{ readonly html: string }>(
				await link.ask("/v1/handover", asked),
			).html;
		},
	};
}
