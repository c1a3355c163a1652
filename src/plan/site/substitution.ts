/** A text in which variables or references were filled in. */
export class Substituted {
	readonly text: string;
	/** With its references, and without their values; null where it has none. */
	readonly reference: string | null;

	constructor(text: string, reference: string | null) {
		this.text = text;
		this.reference = reference;
	}
}

/** What stands for the names in a site. */
export interface Substitutes {
	/** `{{name}}`: what differs from site to site. */
	variable(name: string): string | undefined;
	/** `${NAME}`: a secret that no file of a site holds. */
	secret(name: string): string | undefined;
}

/**
 * A text of a site with its variables filled in, and then its references; what a
 * reference becomes is not looked at again.
 * @returns null for a text without either; else what it became, or what is wrong with it
 */
export function substituted(
	text: string,
	{ variable, secret }: Substitutes,
): Substituted | { readonly fault: string } | null {
	if (!text.includes("{")) return null;
	const faults: string[] = [];
	const fill = (
		written: string,
		form: RegExp,
		find: (name: string) => string | undefined,
	) =>
		written.replace(form, (whole, name: string) => {
			const found = find(name);
			if (found === undefined) faults.push(`nothing stands for ${whole}`);
			return found ?? whole;
		});
	const named = fill(text, VARIABLE, variable);
	const filled = fill(named, REFERENCE, secret);
	// Sent as it stands, it would be a panel's PIN, or the name of a zone.
	if (/\{\{[^{}]*\}\}/.test(text.replace(VARIABLE, "")))
		faults.push(NO_VARIABLE);
	if (/\$\{[^{}]*\}/.test(named.replace(REFERENCE, "")))
		faults.push(NO_REFERENCE);
	const [fault] = faults;
	if (fault !== undefined) return { fault };
	if (named === text && filled === text) return null;
	return new Substituted(filled, filled === named ? null : named);
}

/** `{{name}}` */
export const VARIABLE = /\{\{ *([A-Za-z_][A-Za-z0-9_-]*) *\}\}/g;
/** `${NAME}` */
export const REFERENCE = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

const NO_VARIABLE =
	"a variable is {{name}}, its name of letters, digits, _ and -";
const NO_REFERENCE = `a reference is \${NAME}, its name of letters, digits and _`;
