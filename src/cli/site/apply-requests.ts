import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { PlanRules } from "../../plan/messages/plan-rules.ts";
import { stateFolder } from "../../ports/state-folder.ts";
import type { RunManner } from "../../site/apply/panel-exchange.ts";
import { ownValueMac, type ValueMac } from "../../site/audit/value-mac.ts";
import {
	isPlanFile,
	type PlanFile,
	planDifference,
	readPlanFile,
} from "../../site/plan-file.ts";
import { FileWriteError } from "../../store/file-write-error.ts";
import { readText } from "../../store/read-text.ts";
import { InputError, UsageError } from "../line/exit-code.ts";
import { unreadable } from "../line/failure.ts";
import { knownProfiles } from "../line/known-profiles.ts";
import { validityOf } from "../modem/modem-options.ts";
import { hasTerminal } from "./agreement.ts";
import { type ApplyOptions, modemsOf, mostSmsOf } from "./apply-options.ts";
import { auditBeside, auditNamed, auditsBeside } from "./audit-place.ts";
import { priceOf, rulesOf } from "./plan-options.ts";
import { planFileOf, refuseOtherPlan } from "./planned-file.ts";
import { type PreparedSite, preparedSite } from "./prepared-site.ts";
import { secretsFileOf, secretsFrom } from "./secrets-file.ts";
import {
	readSiteFile,
	refuseUnused,
	type SiteFile,
	variablesOf,
} from "./site-file.ts";
import { eachSite } from "./sites-file.ts";

/** How long the network keeps a message of a plan, where nobody says. */
const VALIDITY = "15m";

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

/** What the command line says, judged, and what the plan in a file says besides. */
export interface ApplyWish {
	readonly price: number | null;
	readonly profiles: ReturnType<typeof knownProfiles>;
	/** Most SMS that may be sent. */
	readonly most: number;
	readonly modems: ReturnType<typeof modemsOf> | null;
	readonly mac: ValueMac;
	/** The plan in the file that was named; null where that is a site. */
	readonly kept: PlanFile | null;
	readonly to: "panel" | "simulator";
	/** Whether it goes to a throw-away panel. */
	readonly isSimulated: boolean;
	readonly request: ApplyRequest;
	readonly manner: Omit<RunManner, "take" | "mayGo">;
}

/** @throws UsageError, InputError; nothing was sent then */
export async function wishOf(argv: ApplyOptions): Promise<ApplyWish> {
	const price = priceOf(argv.price);
	const profiles = knownProfiles(argv.profile);
	const most = mostSmsOf(argv.maxSms);
	const validity = validityOf(argv.validity ?? VALIDITY);
	const modems = argv.modem === undefined ? null : modemsOf(argv);
	if (argv.confirm && !hasTerminal())
		throw new UsageError("--confirm asks on a terminal, and here is none");

	const mac = await ownValueMac(stateFolder());
	const kept = argv.site === undefined ? null : await planIn(argv.site);
	if (kept !== null) refuseOtherPlan(kept.source, argv);
	const said = kept === null ? argv : { ...argv, ...kept.source };
	const { to } = said;
	const rules = rulesOf({
		to,
		sender: said.sender ?? undefined,
		with: said.with as typeof argv.with,
		allow: said.allow as typeof argv.allow,
	});
	const isSimulated = to === "simulator" && modems === null;
	if (modems === null && !isSimulated && !argv.dryRun)
		throw new UsageError(
			"which modem? --modem serial:///dev/ttyUSB0, tcp://host:8081 or auto:; --to simulator needs none",
		);
	return {
		price,
		profiles,
		most,
		modems,
		mac,
		kept,
		to,
		isSimulated,
		request: {
			...argv,
			rules,
			variables: variablesOf(argv.var),
			keepsAudit: !isSimulated,
		},
		manner: {
			rules,
			validity,
			readsPins: argv.readPins,
			asksMode: !argv.skipMode,
		},
	};
}

/**
 * The sites that are to be applied, each planned.
 * @throws InputError, UsageError; nothing was sent then
 */
export async function preparedSites(
	{ site: file, sites, template }: ApplyOptions,
	{ kept, request, mac }: ApplyWish,
): Promise<readonly PreparedSite[]> {
	if (sites !== undefined || template !== undefined) {
		if (sites === undefined || template === undefined || file !== undefined)
			throw new UsageError("apply --sites CSV --template SITE, or apply SITE");
		return manySites(sites, template, request, mac);
	}
	if (file === undefined)
		throw new UsageError("apply what? name a site, or --sites and --template");
	return kept === null
		? [await oneSite(file, request, mac)]
		: [await reviewedSite(file, kept, request, mac)];
}

async function oneSite(
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
			name: file,
			file: read,
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
	if (keepsAudit)
		await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error) => {
			throw new FileWriteError(folder, error);
		});
	const byNumber = new Map<string, string>();
	return eachSite(sites, request, async ({ name, ...said }) => {
		const prepared = await preparedSite(
			{
				...request,
				...said,
				name,
				file,
				needsCode: true,
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
async function planIn(file: string): Promise<PlanFile | null> {
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
async function reviewedSite(
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
