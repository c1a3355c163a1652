import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { PlanRules } from "../../plan/messages/plan-rules.ts";
import type { ValueMac } from "../../site/audit/value-mac.ts";
import {
	isPlanFile,
	type PlanFile,
	planDifference,
	readPlanFile,
} from "../../site/plan-file.ts";
import { readText } from "../../store/read-text.ts";
import { InputError, UsageError } from "../line/exit-code.ts";
import { unreadable } from "../line/failure.ts";
import { auditBeside, auditNamed, auditsBeside } from "./audit-place.ts";
import { planFileOf } from "./planned-file.ts";
import { type PreparedSite, preparedSite } from "./prepared-site.ts";
import { secretsFileOf, secretsFrom } from "./secrets-file.ts";
import { readSiteFile, refuseUnused, type SiteFile } from "./site-file.ts";
import { eachSite } from "./sites-file.ts";

/** What the command line says of what is applied. */
export interface ApplyRequest {
	readonly from?: string | undefined;
	readonly number?: string | undefined;
	readonly keyword?: string | undefined;
	readonly code?: string | undefined;
	readonly secrets?: string | undefined;
	readonly audit?: string | undefined;
	readonly resume: boolean;
	readonly variables: ReadonlyMap<string, string>;
	readonly rules: PlanRules;
	/** Whether an audit is kept: a throw-away panel has none. */
	readonly keepsAudit: boolean;
}

/** @throws InputError, UsageError; nothing was sent then */
export async function oneSite(
	file: string,
	request: ApplyRequest,
	mac: ValueMac,
): Promise<PreparedSite> {
	const read = await readSiteFile(file);
	refuseUnused(request.variables, read);
	return siteToApply(read, request, mac);
}

async function siteToApply(
	read: SiteFile,
	request: ApplyRequest,
	mac: ValueMac,
): Promise<PreparedSite> {
	const { file } = read;
	const { variables, audit, keepsAudit } = request;
	const secret = await secretsFrom(secretsFileOf(file, request.secrets));
	const prepared = await preparedSite(
		{
			...request,
			...{ name: file, file: read },
			substitutes: { variable: (name) => variables.get(name), secret },
			audit: keepsAudit ? (audit ?? auditBeside(file)) : null,
			needsCode: false,
		},
		mac,
	);
	const { begun, plan } = prepared;
	if (request.resume && !begun.resumed && plan.messages.length > 0)
		throw new UsageError(
			`there is no run of ${file} to resume; without --resume a new one begins`,
		);
	return prepared;
}

/**
 * Every site of a CSV.
 * @throws InputError for the first row that is wrong; nothing was sent then
 */
export async function manySites(
	sites: string,
	template: string,
	request: ApplyRequest,
	mac: ValueMac,
): Promise<readonly PreparedSite[]> {
	const { keepsAudit } = request;
	const secret = await secretsFrom(secretsFileOf(template, request.secrets));
	const file = await readSiteFile(template);
	refuseUnused(request.variables, file);
	const folder = request.audit ?? auditsBeside(sites);
	if (keepsAudit) await mkdir(folder, { recursive: true, mode: 0o700 });
	const byNumber = new Map<string, string>();
	return eachSite(sites, request, async ({ name, ...said }) => {
		const prepared = await preparedSite(
			{
				...{ ...request, ...said, name, file, needsCode: true },
				substitutes: { variable: said.variable, secret },
				audit: keepsAudit ? join(folder, auditNamed(name)) : null,
			},
			mac,
		);
		const same = byNumber.get(prepared.number);
		if (same !== undefined)
			throw new InputError(`site ${same} has the same number`);
		byNumber.set(prepared.number, name);
		return prepared;
	});
}

/**
 * The plan in a file; null where the file is a site.
 * @throws InputError for a plan that was changed, or is of another version
 */
export async function planIn(file: string): Promise<PlanFile | null> {
	if (!file.endsWith(".json")) return null;
	const text = await readText(file).catch((error) => {
		throw unreadable(file, error);
	});
	if (!isPlanFile(text)) return null;
	const read = readPlanFile(text);
	if ("fault" in read) throw new InputError(`${file}: ${read.fault}`);
	return read;
}

/**
 * Makes a plan of a file again, and refuses another one.
 * @throws InputError
 */
export async function reviewedSite(
	file: string,
	kept: PlanFile,
	request: ApplyRequest,
	mac: ValueMac,
): Promise<PreparedSite> {
	const { source } = kept;
	const prepared = await siteToApply(
		await readSiteFile(source.site),
		{
			...request,
			variables: new Map(Object.entries(source.variables)),
			from: source.from,
			keyword: request.keyword ?? source.keyword ?? undefined,
			code: request.code ?? source.code ?? undefined,
		},
		mac,
	);
	const again = planFileOf(prepared.plan, source, mac);
	const other = planDifference(kept, again);
	if (other !== null)
		throw new InputError(
			`${file}: ${source.site}, or what the plan starts from, is not what it was: ${other}; plan again`,
		);
	return prepared;
}
