import type { Model } from "../../models/model.ts";

/**
 * How much of a simulated panel of another maker is our reading and not printed in a
 * manual; "" where all of it is printed, and for our own makers' models.
 */
export function inferredNotice({ name, language }: Model): string {
	if (language === null) return "";
	const { commands, silence } = language.file;
	const count = (what: (row: (typeof commands)[number]) => boolean) =>
		commands.filter(what).length;
	const ours = count(({ mark }) => mark !== "manual" && mark !== "family");
	const inferred = count(({ replyMark }) => replyMark === "inferred");
	const unknown = count(({ replyMark }) => replyMark === "unknown");
	const parts = [
		ours === 0 ? "" : `${ours} of ${commands.length} commands are inferred`,
		inferred + unknown === 0
			? ""
			: `of ${commands.length} replies ${inferred} are inferred and ${unknown} printed nowhere`,
		silence === "manual"
			? ""
			: "what a wrong code is answered with is inferred",
	].filter((part) => part !== "");
	return parts.length === 0 ? "" : `${name}: ${parts.join("; ")}`;
}
