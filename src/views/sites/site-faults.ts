import { drawCaret } from "../../../grammar/message/caret.ts";
import type { SiteFault } from "../../plan/site/site-fault.ts";

/**
 * What is wrong with a site, place by place:
 * ```
 * site.yaml:3:15: users.1.pin: 4 digits, this has 5
 *   1: { pin: "12345" }
 *             ^^^^^^^ 4 digits, this has 5
 * ```
 */
export function siteFaultsText(
	file: string,
	text: string,
	faults: readonly SiteFault[],
): string {
	return faults
		.map((fault) => {
			const { path, rule, line, column } = fault;
			const where = `${file}:${line}:${column}`;
			const what = path === "" ? rule : `${path}: ${rule}`;
			return `${where}: ${what}\n${drawnAt(text, fault)}`;
		})
		.join("\n");
}

/** The line of a fault with carets under it. */
function drawnAt(text: string, { start, end, rule }: SiteFault): string {
	const from = text.lastIndexOf("\n", start - 1) + 1;
	const to = text.indexOf("\n", from);
	const line = text.slice(from, to === -1 ? undefined : to).replace(/\r$/, "");
	return drawCaret(line.replaceAll("\t", " "), {
		start: Math.min(start - from, line.length),
		end: Math.min(Math.max(end - from, start - from + 1), line.length),
		message: rule,
	});
}
