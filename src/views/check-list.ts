import { shown } from "../../grammar/message/terminal-text.ts";
import { howMany } from "../how-many.ts";
import {
	type CheckReport,
	type CheckSettings,
	type Judge,
	judgedMessage,
} from "./check-message.ts";
import { checkJson } from "./check-report.ts";
import type { Colors } from "./colors.ts";
import { drawn } from "./explain-entry.ts";
import { withCredentialsOf } from "./message-credentials.ts";
import type { Subject } from "./subject.ts";

/** A message of a list, and the line of the file on which it stands, from 1. */
export interface NumberedMessage {
	readonly line: number;
	readonly text: string;
}

export interface CheckedLine {
	readonly line: number;
	readonly report: CheckReport;
}

/** The messages of a text, one a line. Empty lines and `# comments` are none. */
export function messageLines(content: string): readonly NumberedMessage[] {
	return content
		.replace(/^\uFEFF/, "")
		.split(/\r?\n/)
		.map((text, at) => ({ line: at + 1, text }))
		.filter(({ text }) => text.trim() !== "" && !/^\s*#/.test(text));
}

/**
 * Judges messages in their order: each by the panel as those before it would
 * leave it. Without a panel's file the first message's credentials are taken for
 * right, and all else is as the factory has it.
 */
export function checkList(
	subject: Subject,
	messages: readonly NumberedMessage[],
	settings: CheckSettings,
): readonly CheckedLine[] {
	const { model, file } = subject;
	const judge: Judge = file === null ? "factory" : "panel";
	let { state } = subject;
	if (file === null) {
		const readable = messages
			.map(({ text }) => model.dialect.read(text))
			.find((message) => message !== null);
		if (readable != null) state = withCredentialsOf(model, state, readable);
	}
	const checked: CheckedLine[] = [];
	for (const { line, text } of messages) {
		const now = { ...subject, state };
		const result = judgedMessage(now, text, settings, judge);
		checked.push({ line, report: result.report });
		state = result.state;
	}
	return checked;
}

/** A line for each message, carets under what is wrong, and the totals. */
export function checkListText(
	checked: readonly CheckedLine[],
	colors: Colors,
): string {
	const width = String(checked.at(-1)?.line ?? 0).length;
	return [
		...checked.map(({ line, report }) => {
			const { ok, text, verdict, sms, diagnostics } = report;
			const number = String(line).padStart(width);
			return ok
				? `${number}  ${colors.green(verdict)}: ${shown(text)}${colors.dim(`  ${sms.parts} SMS`)}`
				: [
						`${number}  ${colors.red(verdict)}`,
						...drawn(text, diagnostics, colors),
					].join("\n");
		}),
		totalsAndWayOn(checked),
	].join("\n");
}

/** The totals, and on a command line how to have a panel judge. */
export function totalsAndWayOn(checked: readonly CheckedLine[]): string {
	const isFactory = checked[0]?.report.judged === "factory";
	return `${totalsText(checked)}${isFactory ? " (--config FILE judges by a panel)" : ""}`;
}

/** `5 messages, 5 SMS: 4 right, 1 wrong, the first on line 3; judged …` */
function totalsText(checked: readonly CheckedLine[]): string {
	const wrong = checked.filter(({ report }) => !report.ok);
	const sms = checked.reduce((sum, { report }) => sum + report.sms.parts, 0);
	const count = checked.length;
	if (count === 0)
		return "no message to judge: each stands on a line of its own";
	const [first] = wrong;
	const result =
		first === undefined
			? "all right"
			: `${count - wrong.length} right, ${wrong.length} wrong, the first on line ${first.line}`;
	return `${howMany(count, "message")}, ${sms} SMS: ${result}; ${judgedBy(checked)}`;
}

function judgedBy([first]: readonly CheckedLine[]): string {
	return first?.report.judged === "panel"
		? "judged in order, from the panel's file on"
		: `judged in order, from a ${first?.report.model.name} fresh from the factory on, with the credentials of the first message`;
}

/** One message of a list, for programs. */
export function checkedLineJson(
	{ line, report }: CheckedLine,
	showSecrets: boolean,
): object {
	const { verdict, ...rest } = checkJson(report, showSecrets);
	return { verdict, line, ...rest };
}

/** A whole list, for programs: each message in its order, and the totals in words. */
export function checkListJson(
	checked: readonly CheckedLine[],
	showSecrets: boolean,
) {
	return {
		ok: checked.every(({ report }) => report.ok),
		totals: totalsText(checked),
		messages: checked.map(({ line, report }) => ({
			line,
			...checkJson(report, showSecrets),
		})),
	};
}
