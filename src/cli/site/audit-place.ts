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
