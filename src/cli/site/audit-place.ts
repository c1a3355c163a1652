import { stateFolder } from "../../ports/state-folder.ts";
import type { AuditLine } from "../../site/audit/audit-chain.ts";
import {
	AuditError,
	type AuditRead,
	auditIn,
} from "../../site/audit/audit-file.ts";
import { InputError } from "../line/exit-code.ts";
import { unreadable } from "../line/failure.ts";

/**
 * The audit that somebody names.
 * @throws InputError for one that is not there, has nothing in it, or was changed
 */
export async function keptAudit(
	file: string,
): Promise<AuditRead & { readonly last: AuditLine }> {
	const read = await auditIn(file, stateFolder()).catch((error) => {
		if (error instanceof AuditError) throw new InputError(error.message);
		throw unreadable(file, error);
	});
	const last = read.lines.at(-1);
	if (last === undefined) throw new InputError(`${file}: there is no audit`);
	return { ...read, last };
}

/** The audit of a site's file: `north.yaml` has `north.audit`. */
export function auditBeside(site: string): string {
	return `${withoutEnding(site)}.audit`;
}

/** The folder with the audits of a CSV's sites: `sites.csv` has `sites.audits`. */
export function auditsBeside(sites: string): string {
	return `${withoutEnding(sites)}.audits`;
}

/** The audit of one of many sites, whatever signs its name has. */
export function auditNamed(site: string): string {
	return `${encodeURIComponent(site).replace(/^\.+/, (dots) => "%2E".repeat(dots.length))}.audit`;
}

function withoutEnding(file: string): string {
	return file.replace(/\.(ya?ml|json|csv)$/, "");
}
