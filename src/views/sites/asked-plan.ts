import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { impossibleAccess } from "../../firmware/answer/never-done.ts";
import type { Model } from "../../models/model.ts";
import { factoryState, type PanelState } from "../../panel/state/state.ts";
import { factoryAccess } from "../../plan/access.ts";
import { type Beginning, makePlan } from "../../plan/make-plan.ts";
import {
	type Allowance,
	forRealPanel,
	forSimulator,
} from "../../plan/messages/plan-rules.ts";
import type { Plan } from "../../plan/plan.ts";
import { readSite } from "../../plan/site/read-site.ts";
import type { SiteFault } from "../../plan/site/site-fault.ts";
import { rehearse } from "../../simulation/plans/rehearsal.ts";
import { isDue, type PlanReport, planReport } from "./plan-report.ts";

/** A site and what is to be planned for it, as a page or a program asks. */
export interface PlanRequest {
	/** YAML or JSON. */
	readonly site: string;
	/** Whose panel it is where the site does not say so. */
	readonly model: Model;
	/** What stands for `${NAME}`. */
	readonly secrets: Readonly<Record<string, string>>;
	/** What stands for `{{name}}`. */
	readonly variables: Readonly<Record<string, string>>;
	/** What the panel has now. */
	readonly from: "unknown" | "factory" | PanelState;
	readonly to: "panel" | "simulator";
	/** For a real panel: also what no manual prints. */
	readonly with: readonly ("inferred" | "extension")[];
	readonly allow: readonly Allowance[];
	/** The phone that will send; null where it is not known. */
	readonly sender: string | null;
	/** Of one SMS; null where it is not known. */
	readonly price: number | null;
	/** What lets messages in at an unknown panel; "" for the factory's. */
	readonly keyword: string;
	readonly code: string;
}

export type AskedPlan =
	| { readonly ok: true; readonly plan: Plan; readonly answer: PlanAnswer }
	| {
			readonly ok: false;
			readonly wrong: "site" | "access";
			/** At least one, in the order of the site's text. */
			readonly faults: readonly AskedFault[];
	  };

/** Why there is no plan, for people. */
export interface AskedFault {
	/** `users.1.pin`; "" for the whole. */
	readonly path: string;
	/**
	 * `4 digits, this has 5`; of a site with the line and the column in front, `3:15: `. It
	 * quotes no value.
	 */
	readonly message: string;
}

/** A plan as it is answered: with references in place of secrets. */
export interface PlanAnswer extends PlanReport {
	/** Whether anything is not as it is to be. */
	readonly due: boolean;
	/** The same for the same messages, whatever the secrets in them. */
	readonly digest: string;
}

/** Reads a site, plans it and rehearses the plan. Total. */
export function askedPlan(request: PlanRequest): AskedPlan {
	const { site: text, model, secrets, variables } = request;
	const own = (from: Readonly<Record<string, string>>) => (name: string) =>
		Object.hasOwn(from, name) ? from[name] : undefined;
	const read = readSite(
		text,
		{ variable: own(variables), secret: own(secrets) },
		model,
	);
	if (!read.ok)
		return { ok: false, wrong: "site", faults: read.faults.map(placed) };
	const { site } = read;
	const beginning = beginningFor(request, site.model);
	const why =
		beginning.state === null
			? impossibleAccess(site.model, beginning.access)
			: null;
	if (why !== null)
		return { ok: false, wrong: "access", faults: [{ path: "", message: why }] };
	const rules =
		request.to === "simulator"
			? forSimulator(request.allow, request.sender)
			: forRealPanel(request.with, request.allow, request.sender);
	const plan = makePlan(site, beginning, rules);
	const report = planReport(plan, {
		showSecrets: false,
		price: request.price,
		profiles: [],
		rehearsal: rehearse(plan),
	});
	const digest = digestOf(report);
	return { ok: true, plan, answer: { ...report, due: isDue(plan), digest } };
}

function placed({ path, line, column, rule }: SiteFault): AskedFault {
	return { path, message: `${line}:${column}: ${rule}` };
}

function beginningFor(
	{ from, keyword, code }: PlanRequest,
	model: Model,
): Beginning {
	if (from === "factory")
		return { state: factoryState(model.name, model.sections) };
	if (from !== "unknown") return { state: from };
	const factory = factoryAccess(model);
	return {
		state: null,
		access: {
			keyword: keyword || factory.keyword,
			code: code || factory.code,
		},
	};
}

/** Half of a SHA-256, of the texts without secrets. */
function digestOf({ model, number, messages }: PlanReport): string {
	const said = [model, number ?? "", ...messages.map(({ text }) => text)];
	return bytesToHex(sha256(utf8ToBytes(said.join("\n")))).slice(0, 32);
}
