import type { Model, ModelCommand } from "../../models/model.ts";
import type { Arguments } from "../../parameters/command-spec.ts";
import type { PlanRules } from "../../plan/messages/plan-rules.ts";
import type { Plan } from "../../plan/plan.ts";
import { measure } from "../../sms/segments.ts";

/** A query, and what it is asked. */
export interface Query {
	readonly command: ModelCommand;
	readonly args: Arguments;
}

const ZONES_A_PAGE = 5;

/** The query for the mode; null where the model has none that a plan may hold. */
export function modeQuery(model: Model, rules: PlanRules): Query | null {
	return queryNamed(model, rules, "MOD?", {});
}

/**
 * Queries that read back what a plan's messages set.
 * @param readsPins whether PINs may be asked for, which come back in clear text
 */
export function readingQueries(
	{ site: { model }, messages }: Plan,
	rules: PlanRules,
	readsPins: boolean,
): readonly Query[] {
	const zones = messages.flatMap(({ thing: { part, id } }) =>
		part === "zones" && id !== null ? [id] : [],
	);
	const pages = new Set(zones.map((id) => Math.ceil(id / ZONES_A_PAGE)));
	const hasUsers = messages.some(({ thing }) => thing.part === "users");
	return [
		...[...pages]
			.toSorted((a, b) => a - b)
			.map((page) => queryNamed(model, rules, "DEV?", { page })),
		readsPins && hasUsers ? queryNamed(model, rules, "PIN?", {}) : null,
	].filter((query) => query !== null);
}

function queryNamed(
	model: Model,
	{ provenances }: PlanRules,
	word: string,
	args: Arguments,
): Query | null {
	const command = model.commands.get(word);
	const isUsable =
		command?.spec.readings !== undefined && provenances.has(command.provenance);
	return isUsable ? { command, args } : null;
}

/** How many SMS a plan takes at the most, with the probes and queries around it. */
export function mostSms(
	plan: Plan,
	manner: {
		readonly rules: PlanRules;
		readonly readsPins: boolean;
		readonly asksMode: boolean;
	},
): number {
	const { model } = plan.site;
	if (plan.messages.length === 0) return 0;
	const mode = manner.asksMode ? modeQuery(model, manner.rules) : null;
	const asksFirst = new Set([model.probe, mode?.command ?? null]);
	asksFirst.delete(null);
	const readings = readingQueries(plan, manner.rules, manner.readsPins);
	const messages = plan.messages.reduce(
		(sum, { text }) => sum + measure(text).parts,
		0,
	);
	return asksFirst.size + messages + readings.length;
}
