import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { stateFolder } from "../../ports/state-folder.ts";
import type { RunManner } from "../../site/apply/panel-exchange.ts";
import type { PanelLink } from "../../site/apply/panel-link.ts";
import { SiteRun } from "../../site/apply/site-run.ts";
import type { AuditEntry } from "../../site/audit/audit-entry.ts";
import { AuditError, AuditFile } from "../../site/audit/audit-file.ts";
import {
	messageCounts,
	progressAfter,
	type RunProgress,
} from "../../site/audit/run-progress.ts";
import type { ValueMac } from "../../site/audit/value-mac.ts";
import { type SiteReport, settingsReport } from "../../site/site-report.ts";
import { acquireLock, type Lock } from "../../store/lock.ts";
import type { LockClaim } from "../../store/lock-owner.ts";
import type { PreparedSite } from "./prepared-site.ts";

/** What is told of a run while it goes on. */
export type OnEntry = (
	site: PreparedSite,
	entry: AuditEntry,
	progress: RunProgress,
	at: number,
) => void;

/**
 * Applies one site over a link, with its audit.
 * @throws LockedError where another process applies it, AuditError where one has since it
 *   was planned, FileWriteError where the audit cannot be written: nothing more is sent
 */
export async function appliedSite(
	prepared: PreparedSite,
	link: PanelLink,
	manner: RunManner,
	mac: ValueMac,
	onEntry: OnEntry,
): Promise<SiteReport> {
	const { site, number, plan, access, begun, audit } = prepared;
	if (plan.messages.length === 0 && !begun.resumed)
		return nothingToDo(prepared);
	const claim = { command: "alarmpanel apply", started: link.now() };
	const lock = audit === null ? null : await lockNumber(number, claim);
	const file =
		audit === null
			? null
			: await openAudit({ ...prepared, audit }, claim, lock);
	let sms = 0;
	let progress = prepared.last;
	const note = async (entry: AuditEntry, at: number) => {
		await file?.append(entry, at);
		progress = progressAfter(progress, entry, at);
		if (progress !== null) onEntry(prepared, entry, progress, at);
	};
	try {
		await note(begun, link.now());
		if (progress === null) throw new TypeError("a run begins with its entry");
		const run = new SiteRun({
			plan,
			access,
			link,
			mac,
			progress,
			note,
			manner: {
				...manner,
				take: (parts) => {
					const mayGo = manner.take(parts);
					if (mayGo) sms += parts;
					return mayGo;
				},
			},
		});
		const { outcome, why } = await run.run();
		return {
			type: "report",
			site,
			number,
			outcome,
			why,
			messages: messageCounts(run.progress),
			sms,
			settings: settingsReport(run.progress, plan.elsewhere),
		};
	} finally {
		await file?.close();
		await lock?.release();
	}
}

/**
 * Makes a panel's number this process's own, whatever file names it.
 * @throws LockedError
 */
async function lockNumber(number: string, claim: LockClaim): Promise<Lock> {
	const folder = stateFolder();
	await mkdir(folder, { recursive: true, mode: 0o700 });
	return acquireLock(join(folder, `panel ${number}`), claim);
}

async function openAudit(
	{ audit, auditHash }: PreparedSite & { readonly audit: string },
	claim: LockClaim,
	lock: Lock | null,
): Promise<AuditFile> {
	let file: AuditFile | null = null;
	try {
		file = await AuditFile.open(audit, stateFolder(), claim);
		// Between planning and here somebody may have been asked, for as long as it took.
		if (file.hash !== auditHash)
			throw new AuditError(
				`${audit}: another run has written to it since this was planned; apply again plans from what it knows now`,
			);
		return file;
	} catch (error) {
		await file?.close();
		await lock?.release();
		throw error;
	}
}

/** A site whose panel needs no message. */
export function nothingToDo({ site, number, plan }: PreparedSite): SiteReport {
	return {
		type: "report",
		site,
		number,
		outcome: "nothing-to-do",
		why: "no message is due",
		messages: { confirmed: 0, assumed: 0, planned: 0 },
		sms: 0,
		settings: plan.elsewhere.map(({ path }) => ({ path, how: "elsewhere" })),
	};
}
