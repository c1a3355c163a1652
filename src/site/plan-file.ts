import { createHash } from "node:crypto";

/** What a plan was made from, so that it can be made again. No secret is in it. */
export interface PlanSource {
	/** The site's file, as it was named. */
	readonly site: string;
	readonly variables: Readonly<Record<string, string>>;
	readonly from: string;
	readonly to: "panel" | "simulator";
	readonly with: readonly string[];
	readonly allow: readonly string[];
	readonly sender: string | null;
	/** References only: `${OLD_CODE}`. */
	readonly keyword: string | null;
	readonly code: string | null;
}

/** A plan in a file, for one who reviews it and one who applies it. */
export interface PlanFile {
	readonly format: number;
	readonly source: PlanSource;
	/** Names the key of the MACs. */
	readonly key: string;
	/** Of the texts as they are sent. */
	readonly macs: readonly string[];
	readonly messages: readonly { readonly text: string }[];
	readonly digest: string;
}

/** The form of these files. It changes when an older apply would not understand a plan. */
const FORMAT = 1;

/** A plan's report as a plan's file: with what it was made from, and a digest of all. */
export function planFile(
	report: { readonly messages: PlanFile["messages"] },
	source: PlanSource,
	key: string,
	macs: readonly string[],
): PlanFile {
	const content = { format: FORMAT, ...report, source, key, macs };
	return { ...content, digest: digestOf(content) };
}

/** A plan's file, or what is wrong with it: one line. Total. */
export function readPlanFile(
	text: string,
): PlanFile | { readonly fault: string } {
	const content = objectIn(text);
	if (content === null || !("digest" in content))
		return { fault: "this is no plan; plan SITE --json writes one" };
	if (content.format !== FORMAT)
		return {
			fault: `this plan is of another version of alarmpanel (format ${content.format}, and this one reads ${FORMAT}); plan again`,
		};
	const { digest, ...said } = content;
	return digest === digestOf(said)
		? (content as unknown as PlanFile)
		: { fault: "this plan was changed after it was made; plan again" };
}

/** Whether a file's text is meant to be a plan and not a site. */
export function isPlanFile(text: string): boolean {
	const content = objectIn(text);
	return content !== null && ("digest" in content || "messages" in content);
}

/** How a plan that was made again differs from the one of a file: one line; null where it does not. */
export function planDifference(kept: PlanFile, again: PlanFile): string | null {
	const length = Math.max(kept.messages.length, again.messages.length);
	for (let at = 0; at < length; at++) {
		const [before, now] = [kept.messages[at]?.text, again.messages[at]?.text];
		if (before !== now)
			return `message ${at + 1} was ${before ?? "not there"}, and would now be ${now ?? "none"}`;
		if (kept.key === again.key && kept.macs[at] !== again.macs[at])
			return `a secret in message ${at + 1} is another one now`;
	}
	return null;
}

function digestOf(content: object): string {
	return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

function objectIn(text: string): Readonly<Record<string, unknown>> | null {
	try {
		const content: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
		return typeof content === "object" &&
			content !== null &&
			!Array.isArray(content)
			? { ...content }
			: null;
	} catch {
		return null;
	}
}
