import { shown } from "../../grammar/message/terminal-text.ts";
import { howMany } from "../how-many.ts";
import type { Colors } from "../views/colors.ts";
import { wrapped } from "../views/words/wrapped.ts";
import type { DoctorFinding } from "./finding.ts";

/** What the doctor says for programs. */
export interface DoctorReport {
	/** Whether nothing keeps the panel from working. */
	readonly ok: boolean;
	readonly findings: readonly DoctorFinding[];
}

export function reportOf(findings: readonly DoctorFinding[]): DoctorReport {
	return {
		ok: findings.every(({ verdict }) => verdict !== "fault"),
		findings,
	};
}

/** The same for people: a line each, and behind what is wrong what to do. */
export function reportText(
	{ findings }: DoctorReport,
	{
		width,
		colors,
		isWhole,
	}: {
		readonly width: number;
		readonly colors: Colors;
		/** Whether every check was made. */
		readonly isWhole: boolean;
	},
): string {
	const paint = { ok: colors.green, warning: colors.yellow, fault: colors.red };
	const lines = findings.map(({ id, verdict, message, advice }) => {
		const head = `${paint[verdict](verdict.padEnd(8))}${shown(id).padEnd(ID)}`;
		const told = [shown(message), ...(advice === null ? [] : [`→ ${advice}`])]
			.map((text) => indented(text, width))
			.join("\n");
		return `${head}${told.trimStart()}`;
	});
	return [...lines, conclusion(findings, isWhole)].join("\n");
}

/** Columns of the longest id, and two behind it. */
const ID = 20;
const INDENT = 8 + ID;

function indented(text: string, width: number): string {
	const pad = " ".repeat(INDENT);
	return wrapped(text, width - INDENT, 2)
		.split("\n")
		.map((line) => `${pad}${line}`)
		.join("\n");
}

function conclusion(
	findings: readonly DoctorFinding[],
	isWhole: boolean,
): string {
	const count = (verdict: DoctorFinding["verdict"]) =>
		findings.filter((each) => each.verdict === verdict).length;
	const faults = count("fault");
	const warnings = count("warning");
	if (faults + warnings === 0)
		return isWhole ? "Nothing is wrong." : "Nothing of this is wrong.";
	const told = `${plural(faults, "fault")}, ${plural(warnings, "warning")}.`;
	return told.replace(/^n/, "N");
}

function plural(count: number, word: string): string {
	return count === 0 ? `no ${word}s` : howMany(count, word);
}
