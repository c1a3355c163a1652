import * as z from "zod";
import { modelNames, models } from "../../models/models.ts";
import type { PanelState } from "../../panel/state/state.ts";
import { allowances } from "../../plan/messages/plan-rules.ts";
import { handoverOf } from "../../views/handover/handover.ts";
import { handoverPage, readers } from "../../views/handover/handover-page.ts";
import { type AskedPlan, askedPlan } from "../../views/sites/asked-plan.ts";
import { type Panels, throwawayOnly } from "../held/panels.ts";
import { Problem } from "../problem.ts";
import { defineRoute, type Route } from "../route.ts";
import { change, number } from "../schemas.ts";
import { modelOf } from "./model-of.ts";

/** Characters of the longest site. */
const LONGEST_SITE = 200_000;

const names = z.record(z.string().max(100), z.string().max(500)).default({});
const credential = z.string().max(20).default("").meta({
	description: 'From unknown: what lets messages in; "" is the factory\'s.',
});

const asked = z.strictObject({
	site: z.string().max(LONGEST_SITE).meta({
		description: "What the panel is to be, as YAML or JSON.",
	}),
	model: z.enum(modelNames).default(models[0].name).meta({
		description: "Whose panel it is where the site does not say so.",
	}),
	secrets: names.meta({
		description:
			"What stands for the references in the site, by name. They are kept nowhere.",
	}),
	variables: names.meta({ description: "What stands for {{name}}." }),
	from: z
		.union([
			z.enum(["unknown", "factory"]),
			z.strictObject({ panel: z.string().max(100) }),
		])
		.default("unknown")
		.meta({
			description: "What the panel has now: of a throw-away one, its id.",
		}),
	to: z.enum(["panel", "simulator"]).default("panel"),
	with: z
		.array(z.enum(["inferred", "extension"]))
		.max(2)
		.default([]),
	allow: z.array(z.enum(allowances)).max(allowances.length).default([]),
	sender: number.nullable().default(null),
	keyword: credential,
	code: credential,
});

const message = z
	.looseObject({
		text: z.string().meta({
			description: "With references or paths in place of secrets.",
		}),
		command: z.string(),
		thing: z.string(),
		changes: z.array(change),
		verdict: z.string(),
		source: z.string(),
	})
	.meta({ id: "PlannedMessage" });

const plan = z
	.looseObject({
		model: z.string(),
		number: z.string().nullable(),
		due: z.boolean().meta({
			description: "Whether anything is not as it is to be.",
		}),
		messages: z.array(message),
		elsewhere: z.array(
			z.looseObject({ path: z.string(), why: z.string(), where: z.string() }),
		),
		warnings: z.array(z.string()),
		difference: z.array(change).nullable().meta({
			description:
				"What the simulator has after the rehearsal; null where the panel is not known.",
		}),
		total: z.looseObject({ messages: z.int(), sms: z.int() }),
		digest: z.string(),
		texts: z.array(z.string()).nullable().meta({
			description: "The messages as they are sent; null unless asked for.",
		}),
	})
	.meta({ id: "Plan" });

const known = z
	.record(
		z.string().max(200),
		z.strictObject({
			how: z.enum(["read", "acknowledged", "assumed"]),
			at: z.string().max(40).nullable().default(null),
		}),
	)
	.default({})
	.meta({
		description: "How single settings are known, by path; else assumed.",
	});

/** What is made of a site: its plan, and its papers. */
export function siteRoutes(panels: Panels): readonly Route[] {
	const planned = async ({
		from,
		price = null,
		...body
	}: z.infer<typeof asked> & { readonly price?: number | null }) => {
		const answer = askedPlan({
			...body,
			price,
			model: modelOf(body.model),
			from: typeof from === "string" ? from : await stateOf(panels, from.panel),
		});
		if (answer.ok) return answer;
		throw wrongRequest(answer);
	};
	return [
		defineRoute({
			method: "post",
			path: "/v1/plan",
			summary:
				"Plan the messages that make a panel what a site names, and rehearse them; nothing is sent.",
			body: asked.extend({
				price: z.number().min(0).max(1_000_000).nullable().default(null),
				texts: z.boolean().default(false).meta({
					description:
						"Answer the messages as they are sent too, with the secrets that the request gave.",
				}),
			}),
			status: 200,
			answer: plan,
			run: async ({ body }) => {
				const { plan, answer } = await planned(body);
				const texts = plan.messages.map(({ text }) => text);
				return { ...answer, texts: body.texts ? texts : null };
			},
		}),
		defineRoute({
			method: "post",
			path: "/v1/handover",
			summary:
				"Write a paper of a site, for the customer or the installer, as a page for A4 without a secret.",
			body: asked.extend({
				for: z.enum(readers).default("customer"),
				language: z.enum(["en", "fr", "es"]).default("en"),
				name: z.string().max(200).default("").meta({
					description: "What the site is called, for the head of the paper.",
				}),
				day: z.iso.date().meta({ description: "Printed on the paper." }),
				known,
			}),
			status: 200,
			answer: z.strictObject({ html: z.string() }).meta({ id: "Paper" }),
			run: async ({ body }) => {
				const { name, day, language } = body;
				const { plan } = await planned(body);
				const handover = handoverOf(plan, new Map(Object.entries(body.known)));
				const paper = { for: body.for, language, site: name, day };
				return { html: handoverPage(handover, paper) };
			},
		}),
	];
}

/** @throws Problem for a panel that guards somebody, or that there is not */
async function stateOf(panels: Panels, id: string): Promise<PanelState> {
	const held = panels.get(id);
	throwawayOnly(held);
	return await held.time.turn(() => held.panel.snapshot());
}

function wrongRequest({
	wrong,
	faults,
}: Extract<AskedPlan, { ok: false }>): Problem {
	const told = faults.slice(0, MOST_FAULTS);
	if (wrong === "access")
		return new Problem(
			422,
			"body/wrong",
			"no panel of the model is let in with these",
			told,
		);
	return new Problem(
		422,
		"site/wrong",
		faults.length === 1
			? "the site is wrong"
			: `${faults.length} things are wrong with the site`,
		told,
	);
}

/** Faults that are told. */
const MOST_FAULTS = 20;
