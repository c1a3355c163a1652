import { credentialsOf } from "../../firmware/answer/authorise.ts";
import { models } from "../../models/models.ts";
import type { Access } from "../../plan/access.ts";
import { type Beginning, makePlan } from "../../plan/make-plan.ts";
import type { PlanRules } from "../../plan/messages/plan-rules.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Site } from "../../plan/site/site.ts";
import type { Substitutes } from "../../plan/site/substitution.ts";
import { stateFolder } from "../../ports/state-folder.ts";
import { type Rehearsal, rehearse } from "../../simulation/plans/rehearsal.ts";
import { type AuditLine, START } from "../../site/audit/audit-chain.ts";
import type { AuditEntry, BegunEntry } from "../../site/audit/audit-entry.ts";
import { AuditError, auditIn } from "../../site/audit/audit-file.ts";
import {
	auditedKnowledge,
	knownAccess,
	stillDue,
} from "../../site/audit/audited-knowledge.ts";
import { accessBehind, begunRun } from "../../site/audit/begun-run.ts";
import {
	isDone,
	progressOf,
	type RunProgress,
} from "../../site/audit/run-progress.ts";
import type { ValueMac } from "../../site/audit/value-mac.ts";
import { readRecipient } from "../../sms/recipient.ts";
import { InputError, UsageError } from "../line/exit-code.ts";
import { unreadable } from "../line/failure.ts";
import { beginningOf, readFrom } from "./beginning.ts";
import { givenAccess, refuseWithoutCode } from "./given-access.ts";
import { type SiteFile, siteIn } from "./site-file.ts";

/** What is to be applied, as a person or a row of a CSV says it. */
export interface SiteRequest {
	readonly name: string;
	readonly file: SiteFile;
	readonly substitutes: Substitutes;
	/** What the panel has; undefined leaves it to the audit. */
	readonly from?: string | undefined;
	readonly keyword?: string | undefined;
	readonly code?: string | undefined;
	/** Refused where the site names another. */
	readonly number?: string | undefined;
	readonly rules: PlanRules;
	/** Null where none is kept. */
	readonly audit: string | null;
	readonly resume: boolean;
	/** Whether what lets messages in has to be said where no file tells it. */
	readonly needsCode: boolean;
}

/** A site that is ready to be applied. */
export interface PreparedSite {
	readonly site: string;
	readonly number: string;
	readonly from: string;
	readonly plan: Plan;
	readonly rehearsal: Rehearsal | null;
	/** What lets messages in before the plan. */
	readonly access: Access;
	/** The entry with which the run begins, or goes on. */
	readonly begun: BegunEntry;
	/**
	 * How far the last run has come; null where there was none. What it sent may still be
	 * under way when a new one begins.
	 */
	readonly last: RunProgress | null;
	readonly audit: string | null;
	/** Of all that the audit said when this was planned. */
	readonly auditHash: string;
}

/**
 * Plans a site from what is known of its panel, and says where a run of it stands.
 * @throws InputError for a wrong file, UsageError for options that do not fit
 */
export async function preparedSite(
	request: SiteRequest,
	mac: ValueMac,
): Promise<PreparedSite> {
	const { name, resume, rules, audit } = request;
	const entries = audit === null ? [] : await entriesIn(audit);
	const last = progressOf(entries);
	const isOpen = last !== null && last.ended?.outcome !== "done";
	const resumed = resume && isOpen ? last : null;
	const from = fromOf(request, last, resumed);
	const known = from === "audit" || from === "unknown" ? null : from;
	const start = known === null ? null : await readFrom(known);
	const whole = siteIn(
		request.file,
		request.substitutes,
		start?.found?.model ?? models[0],
	);
	const number = numberOf(whole, request.number);
	if (last !== null && last.begun.number !== number)
		throw new InputError(
			`${audit} is of ${last.begun.number}, and the site of ${number}; site forget removes it`,
		);
	if (start === null && request.needsCode) refuseWithoutCode(request.code);
	const { secret } = request.substitutes;
	// A resumed run is planned from what was known when it began.
	const before = resumed === null ? entries : entriesBeforeRun(entries);
	const { site, beginning } =
		start === null
			? fromAudit(whole, request, from === "audit" ? before : [], mac)
			: {
					site: whole,
					beginning: beginningOf(start, whole.model, request, secret),
				};
	const plan = makePlan({ ...site, number }, beginning, rules);
	const access =
		beginning.state === null
			? beginning.access
			: credentialsOf(whole.model, beginning.state);
	const begun = begunRun(plan, { number, from }, access, mac);
	if (resumed !== null) refuseOther(resumed, begun);
	return {
		site: name,
		number,
		from,
		plan,
		access,
		audit,
		rehearsal: rehearse(plan),
		begun: { ...begun, resumed: resumed !== null },
		last,
		auditHash: entries.at(-1)?.hash ?? START,
	};
}

/** @throws InputError */
async function entriesIn(audit: string): Promise<readonly AuditLine[]> {
	try {
		return (await auditIn(audit, stateFolder())).lines;
	} catch (error) {
		if (error instanceof AuditError) throw new InputError(error.message);
		throw unreadable(audit, error);
	}
}

/**
 * What the plan starts from: what is said, else what the last run started from where
 * it is resumed, else the audit, else nothing.
 * @throws UsageError where a run was not finished, and nobody says what to do about it
 */
function fromOf(
	{ from, name }: SiteRequest,
	last: RunProgress | null,
	resumed: RunProgress | null,
): string {
	if (resumed !== null) {
		const { begun } = resumed;
		if (from !== undefined && from !== begun.from)
			throw new UsageError(
				`the run that is resumed started from ${begun.from}, not from ${from}`,
			);
		return begun.from;
	}
	if (from !== undefined) return from;
	if (last === null) return "unknown";
	if (isUnsettled(last))
		throw new UsageError(
			`the last run of ${name} was not finished, and it is not known whether its last message was carried out; --resume goes on with it`,
		);
	return "audit";
}

/** Whether a run was killed, or left open what lets messages in. */
function isUnsettled({ ended, begun, sent, standings }: RunProgress): boolean {
	if (ended === null) return true;
	return sent.some(
		({ message, answered }) =>
			message !== null &&
			!answered &&
			begun.messages[message]?.access !== null &&
			!isDone(standings[message]),
	);
}

function entriesBeforeRun<T extends { readonly entry: AuditEntry }>(
	entries: readonly T[],
): readonly T[] {
	const at = entries.findLastIndex(
		({ entry }) => entry.type === "begun" && !entry.resumed,
	);
	return entries.slice(0, Math.max(at, 0));
}

/**
 * The panel's number.
 * @throws InputError, UsageError
 */
function numberOf({ number }: Site, asked: string | undefined): string {
	if (number !== null && asked !== undefined && number !== asked)
		throw new UsageError(
			`--number ${asked}: the site says that its panel is at ${number}`,
		);
	const found = number ?? asked;
	if (found === undefined)
		throw new UsageError(
			"which number has the panel? `number` in the site, or --number",
		);
	const read = readRecipient(found);
	if (!read.ok) throw new InputError(read.reason);
	if (read.warning !== null) throw new InputError(read.warning);
	return found;
}

/** A site as far as the audit does not know it done, and what lets messages in. */
function fromAudit(
	site: Site,
	{ rules, substitutes, ...said }: SiteRequest,
	entries: readonly { readonly entry: AuditEntry }[],
	mac: ValueMac,
): { readonly site: Site; readonly beginning: Beginning } {
	const given = givenAccess(site.model, said, substitutes.secret);
	const knowledge = auditedKnowledge(
		entries.map(({ entry }) => entry),
		mac.key,
	);
	const beginning = { state: null, access: given };
	if (knowledge.isAccessOpen && !said.keyword && !said.code)
		throw new InputError(
			"by the audit it is not known whether the panel took its new credentials; --keyword and --code say what it has",
		);
	if (knowledge.access === null) return { site, beginning };
	const whole = makePlan(site, beginning, rules);
	const candidates = [
		given,
		...whole.messages.map((_, at) => accessBehind(whole, at)),
	];
	const access = knownAccess(knowledge, candidates, mac);
	if (access === undefined)
		throw new InputError(
			"by the audit, the panel has credentials that neither the site nor --keyword and --code name; --from unknown goes by these alone",
		);
	return {
		site: stillDue(site, knowledge, mac),
		beginning: { state: null, access },
	};
}

/** @throws InputError where what is resumed is not what was begun */
function refuseOther({ begun }: RunProgress, now: BegunEntry): void {
	const isHere = begun.key === now.key;
	const at = Math.max(begun.messages.length, now.messages.length);
	for (let index = 0; index < at; index++) {
		const [before, after] = [begun.messages[index], now.messages[index]];
		const isSame =
			before?.text === after?.text && (!isHere || before?.mac === after?.mac);
		if (!isSame)
			throw new InputError(
				`message ${index + 1} is not what it was when this run began, ${before?.text ?? "none"}; without --resume, apply plans anew from what the audit knows`,
			);
	}
}
