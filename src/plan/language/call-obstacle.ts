import type { MessageLanguage } from "../../models/language/language.ts";
import { settingValues } from "../../models/language/language-settings.ts";
import type { PanelState } from "../../panel/state/state.ts";
import type { Value } from "../../parameters/kind.ts";
import { AT_THE_PANEL, type Obstacle } from "../messages/obstacle.ts";
import type { Allowance, PlanRules } from "../messages/plan-rules.ts";
import type { CallTrial } from "./call-trial.ts";
import type { LanguageCall } from "./language-calls.ts";
import type { LanguageTask } from "./language-task.ts";
import { LANGUAGE_PART } from "./setting-place.ts";

/** Why a plan does not hold a call: nobody allowed it, the panel refuses it, or it does more. Null where it may. */
export function obstacleTo(
	task: LanguageTask,
	state: PanelState,
	call: LanguageCall,
	trial: CallTrial,
): Obstacle | null {
	const { language, rules } = task;
	const isHeard = (by: PanelState) => isHeardFrom(language, by, rules.sender);
	return (
		unlessClassIsAllowed(task, call) ??
		refusedBy(trial) ??
		beside(task, call, trial) ??
		(isHeard(state) && !isHeard(trial.state)
			? unlessAllowed(
					rules,
					"sender",
					"the phone that sends would be heard no more",
				)
			: null)
	);
}

function unlessClassIsAllowed(
	{ state, rules }: LanguageTask,
	{ command: { row, spec } }: LanguageCall,
): Obstacle | null {
	if (row.class !== "deletes" && row.class !== "disarms") return null;
	return row.class === "deletes" && state === null
		? {
				code: "unknown",
				why: "nothing is taken away from a panel of which nothing is known",
				where: "--from, with what the panel has",
			}
		: unlessAllowed(rules, row.class, `${spec.word} ${row.class}`);
}

function refusedBy({ refusal }: CallTrial): Obstacle | null {
	return refusal === null
		? null
		: {
				code: "refused",
				why: refusal.message,
				where: refusal.hint ?? AT_THE_PANEL,
			};
}

/** What a call would change that the site does not name, or says otherwise. */
function beside(
	{ wanted, state }: LanguageTask,
	{ command }: LanguageCall,
	{ changes, said }: CallTrial,
): Obstacle | null {
	const paths =
		state === null
			? [...said]
					.map(([name, value]) => ({ path: `${LANGUAGE_PART}.${name}`, value }))
					.filter(({ path, value }) => wanted.get(path) !== value)
			: changes.filter(({ path }) => !wanted.has(path));
	const [first] = paths;
	return first === undefined
		? null
		: {
				code: "effect",
				why: `${command.spec.word} would change ${first.path} as well`,
				where: wanted.has(first.path)
					? "--from, with what the panel has"
					: `in the site: name ${first.path} as well`,
			};
}

function unlessAllowed(
	{ allowed }: PlanRules,
	allowance: Allowance,
	why: string,
): Obstacle | null {
	return allowed.has(allowance)
		? null
		: { code: "allow", why, where: `--allow ${allowance}` };
}

/** Whether a panel hears a number; one that is not known is no number that it keeps. */
function isHeardFrom(
	{ file: { listed } }: MessageLanguage,
	state: PanelState,
	sender: string | null,
): boolean {
	if (listed === undefined) return true;
	const numbers = settingValues(state.stored.language ?? {}, listed).filter(
		(number) => number !== "",
	);
	return (
		numbers.length === 0 || numbers.some((number) => isKeptAs(number, sender))
	);
}

/**
 * Whether a number that a panel keeps is an international one: some keep it without its
 * plus, some as it is dialled in the country. That of nobody is none.
 */
export function isKeptAs(kept: Value, international: string | null): boolean {
	if (international === null) return false;
	const digits = String(kept).replace(/^(?:\+|00)/, "");
	const whole = international.replace(/^\+/, "");
	const national = digits.replace(/^0/, "");
	return digits === whole || (national.length >= 7 && whole.endsWith(national));
}
