import type { Profile } from "../../src/profiles/profile.ts";
import { profiles } from "../../src/profiles/profiles.ts";
import { table } from "./markdown-table.ts";

/** docs/profiles.md: what the standards allow settings to be. */
export function profileReference(): string {
	return `# Standards

Generated from the declarations in \`src/profiles\`. \`alarmpanel config check --profile NAME\` tells which settings of a panel a standard does not allow; several may be named, and nothing is changed. Sources are the standards' clauses and the manuals of panels that were made to them; *unverified* is what neither was at hand for.

${profiles.map(section).join("\n\n")}
`;
}

function section({ name, title, limits, beyond }: Profile): string {
	return `## ${name}: ${title}

${table(
	["setting", "allowed", "why", "source"],
	limits.map(({ path, allowed, why, source }) => [
		`\`${path}\``,
		allowed,
		why,
		source,
	]),
)}

What no setting of these panels can give:

${table(
	["where", "what there is", "what is asked for", "source"],
	beyond.map(({ path, has, asked, source }) => [
		`\`${path}\``,
		has,
		asked,
		source,
	]),
)}`;
}
