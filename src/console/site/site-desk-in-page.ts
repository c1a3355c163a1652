import * as z from "zod";
import { knownModel } from "../../models/models.ts";
import { handoverOf } from "../../views/handover/handover.ts";
import { handoverPage } from "../../views/handover/handover-page.ts";
import { askedPlan } from "../../views/sites/asked-plan.ts";
import type { SiteDesk, SiteQuestion } from "./site-desk.ts";

// The page's policy forbids code that is made while it runs; trying would be a complaint.
z.config({ jitless: true });

/** The desk of the page that opens from a file: it plans by itself. */
export const siteDeskInPage: SiteDesk = {
	knowsPanel: false,
	async plan(question) {
		const asked = planned(question);
		if (!asked.ok) return asked;
		const texts = asked.plan.messages.map(({ text }) => text);
		return { ok: true, ...asked.answer, texts };
	},
	async paper(question, { name, ...wanted }) {
		const asked = planned(question);
		if (!asked.ok) throw new Error("the site is wrong");
		return handoverPage(handoverOf(asked.plan), { ...wanted, site: name });
	},
};

function planned({ model, from, ...question }: SiteQuestion) {
	return askedPlan({
		...question,
		variables: {},
		with: [],
		allow: [],
		sender: null,
		price: null,
		model: knownModel(model, (rule) => new RangeError(rule)),
		from: from === "factory" ? "factory" : "unknown",
	});
}
