import { shown } from "../../../grammar/message/terminal-text.ts";
import { MASK } from "../../derive/secrets.ts";
import { howMany } from "../../how-many.ts";
import type { Change } from "../../panel/state/changes.ts";
import type { Colors } from "../colors.ts";
import { wrapped } from "../words/wrapped.ts";
import {
	type PlanReport,
	priceText,
	type ReportedMessage,
} from "./plan-report.ts";

/** A plan for people: the messages as they are sent, and all that has to be known of them. */
export function planText(
	report: PlanReport,
	{ from, to }: { readonly from: string; readonly to: string },
	colors: Colors,
	width: number,
): string {
	const { messages, elsewhere, warnings, difference, findings } = report;
	const at = report.number === null ? "" : ` at ${report.number}`;
	const head = `plan for ${to} ${report.model}${at}, from ${from}: ${totalText(report)}`;
	const digits = String(messages.length).length;
	const blocks = [
		head,
		...messages.map((message, index) =>
			messageText(message, String(index + 1).padStart(digits), colors, width),
		),
	];
	if (elsewhere.length > 0)
		blocks.push(
			[
				"what no message does:",
				...elsewhere.map(({ path, wanted, why, where }) =>
					line(
						`${path}${wanted === null ? " absent" : ` = ${valueText(wanted)}`}: ${why}; ${where}`,
						width,
					),
				),
			].join("\n"),
		);
	if (difference !== null && messages.length > 0)
		blocks.push(
			[
				"rehearsed on the simulator, which then has:",
				...changesText(difference).map((change) => line(change, width)),
			].join("\n"),
		);
	if (findings.length > 0)
		blocks.push(
			[
				"what the standards say of the panel then:",
				...findings.map(({ level, path, message }) =>
					line(`${level}: ${path}: ${message}`, width),
				),
			].join("\n"),
		);
	for (const warning of warnings)
		blocks.push(colors.yellow(wrapped(`warning: ${shown(warning)}`, width, 2)));
	return blocks.join("\n\n");
}

/** `3 messages, 4 SMS, price 0.36`, or that there is nothing to do. */
function totalText({ total, elsewhere }: PlanReport): string {
	const { messages, sms, price } = total;
	if (messages === 0)
		return elsewhere.length === 0 ? "nothing to do" : "no messages";
	const cost = price === null ? "" : `, price ${priceText(price)}`;
	return `${howMany(messages, "message")}, ${sms} SMS${cost}`;
}

function messageText(
	message: ReportedMessage,
	number: string,
	colors: Colors,
	width: number,
): string {
	const { text, sms, verdict, source, readings, price, forAWhile } = message;
	const indent = " ".repeat(number.length + 2);
	const cost = price === null ? "" : `, price ${priceText(price)}`;
	const facts = `${verdict} (${source}); ${howMany(sms.characters, "character")}, ${sms.alphabet}, ${sms.parts} SMS${cost}`;
	const lines = [
		`${number}  ${shown(text)}`,
		colors.dim(wrapped(`${indent}${facts}`, width, indent.length)),
	];
	if (forAWhile)
		lines.push(
			wrapped(
				`${indent}only until the others have changed theirs`,
				width,
				indent.length,
			),
		);
	if (message.class === "deletes" || message.class === "disarms")
		lines.push(
			colors.yellow(
				wrapped(
					`${indent}it ${message.class}; sent with --allow ${message.class} only`,
					width,
					indent.length,
				),
			),
		);
	if (readings.length > 0)
		lines.push(
			wrapped(
				`${indent}no manual says that this is what it does: ${readings.join(", ")}`,
				width,
				indent.length,
			),
		);
	for (const change of changesText(message.changes))
		lines.push(wrapped(`${indent}${shown(change)}`, width, indent.length + 2));
	return lines.join("\n");
}

function line(text: string, width: number): string {
	return wrapped(`  ${shown(text)}`, width, 4);
}

/**
 * Changes, a line for each: `users.1.name: "" -> ANNA`. What comes or goes as a whole
 * has one line: `users.2 is new: name BEN, latch true`.
 */
function changesText(changes: readonly Change[]): readonly string[] {
	const idOf = ({ path }: Change) => path.match(/^(.*)\.id$/)?.[1];
	const whole = (by: "from" | "to") =>
		changes.flatMap((each) =>
			each[by] === null && idOf(each) !== undefined ? [idOf(each)] : [],
		);
	const [come, gone] = [whole("from"), whole("to")];
	const thingOf = (path: string) => path.slice(0, path.lastIndexOf("."));
	return changes.flatMap((change) => {
		const { path, from, to } = change;
		const thing = thingOf(path);
		const isNew = come.includes(thing);
		if (from === MASK && to === MASK) return `${path}: ${MASK} -> ${MASK}`;
		if (from !== null && from === to)
			return `${path}: ${valueText(to)}, which a new one may not have by itself`;
		if (!isNew && !gone.includes(thing))
			return from === null
				? `${path}: ${valueText(to)}`
				: `${path}: ${valueText(from)} -> ${valueText(to)}`;
		if (idOf(change) === undefined) return [];
		if (!isNew) return `${thing} goes`;
		const members = changes
			.filter((each) => each !== change && thingOf(each.path) === thing)
			.map(
				(each) => `${each.path.slice(thing.length + 1)} ${valueText(each.to)}`,
			);
		return `${thing} is new: ${members.join(", ")}`;
	});
}

/** A value of the configuration, as a site writes it; a thing of a list in one line. */
function valueText(value: unknown): string {
	return typeof value === "string" && value !== ""
		? value
		: JSON.stringify(value);
}
