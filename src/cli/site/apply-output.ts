import { shown } from "../../../grammar/message/terminal-text.ts";
import type { AuditEntry } from "../../site/audit/audit-entry.ts";
import { doneIn, type RunProgress } from "../../site/audit/run-progress.ts";
import { countsText, type SiteReport } from "../../site/site-report.ts";
import { instantText } from "../../time/instant.ts";
import { SECOND } from "../../time/units.ts";
import { ExitCode } from "../line/exit-code.ts";
import { complain, print, printJsonLine } from "../line/print.ts";
import type { PreparedSite } from "./prepared-site.ts";

const ERASE = "\r\u001b[K";
const BAR = 20;

/** Tells of runs: JSON Lines, a bar on a terminal, else a line for each step. */
export class ApplyOutput {
	private readonly json: boolean;
	private readonly bars: boolean;
	private readonly standing = new Map<string, string>();
	private drawn = false;
	/** Questions that somebody is asked, or will be next. */
	private questions = 0;
	/** What is told once nobody is asked. */
	private readonly held: (() => void)[] = [];

	constructor(json: boolean) {
		this.json = json;
		this.bars = process.stderr.isTTY === true && process.env.TERM !== "dumb";
	}

	readonly entry = (...told: Parameters<ApplyOutput["tellEntry"]>): void =>
		this.unlessAsking(() => this.tellEntry(...told));

	report(report: SiteReport): void {
		this.unlessAsking(() => this.tellReport(report));
	}

	remark(text: string): void {
		this.unlessAsking(() => {
			this.erase();
			complain(text);
		});
	}

	/**
	 * Asks, and tells nothing meanwhile: what comes of other sites would stand in the
	 * question, or wipe it out.
	 */
	async asking<T>(ask: () => Promise<T>): Promise<T> {
		this.erase();
		this.questions += 1;
		try {
			return await ask();
		} finally {
			this.questions -= 1;
			if (this.questions === 0) for (const tell of this.held.splice(0)) tell();
		}
	}

	private unlessAsking(tell: () => void): void {
		if (this.questions > 0) this.held.push(tell);
		else tell();
	}

	private tellEntry(
		{ site, plan }: PreparedSite,
		entry: AuditEntry,
		progress: RunProgress,
		at: number,
	): void {
		if (this.json) {
			const time = new Date(at).toISOString();
			line({ site, at: time, ...withoutMacs(entry) });
			return;
		}
		const done = doneIn(progress);
		const total = plan.messages.length;
		if (this.bars) {
			const waits = resumedText(entry, progress, at);
			if (waits !== null) complain(`${shown(site)}: ${waits}`);
			this.draw(site, done, total, entry);
			return;
		}
		const waits = resumedText(entry, progress, at);
		if (waits !== null) complain(`${shown(site)}: ${waits}`);
		const told = stepText(entry, done, total);
		if (told !== null) complain(`${shown(site)}: ${told}`);
	}

	private tellReport(report: SiteReport): void {
		this.erase();
		this.standing.delete(report.site);
		if (this.json) line(report);
		else print(reportText(report));
	}

	/** Removes the bar, so that something else can be written. */
	private erase(): void {
		if (this.drawn) process.stderr.write(ERASE);
		this.drawn = false;
	}

	private draw(
		site: string,
		done: number,
		total: number,
		entry: AuditEntry,
	): void {
		const full = total === 0 ? BAR : Math.round((done / total) * BAR);
		const bar = `${"#".repeat(full)}${"-".repeat(BAR - full)}`;
		const told = stepText(entry, done, total) ?? waitingText(entry);
		if (told !== null)
			this.standing.set(site, `${shown(site)} ${bar} ${done}/${total} ${told}`);
		const text = [...this.standing.values()].join("  ");
		const room = Math.max(20, (process.stderr.columns || 80) - 1);
		process.stderr.write(`${ERASE}${text.slice(0, room)}`);
		this.drawn = true;
	}
}

/** Until when nothing is sent, because something of a run before may still be delivered. */
function resumedText(
	entry: AuditEntry,
	{ sent }: RunProgress,
	at: number,
): string | null {
	if (entry.type !== "begun") return null;
	const until = sent.reduce(
		(latest, text) => (text.answered ? latest : Math.max(latest, text.until)),
		0,
	);
	return until <= at
		? null
		: `what was sent before may be delivered until ${latestText(until)}; nothing is sent before that, unless it is answered`;
}

/** An instant by which something is over, in whole seconds. */
function latestText(until: number): string {
	return instantText(Math.ceil(until / SECOND) * SECOND);
}

/** How long an answer is waited for. */
function waitingText(entry: AuditEntry): string | null {
	return entry.type === "handed" && entry.accepted
		? `waits for the answer, until ${latestText(entry.until)} at the latest`
		: null;
}

/** A step in a few words; null for one that nobody needs to see. */
function stepText(
	entry: AuditEntry,
	done: number,
	total: number,
): string | null {
	switch (entry.type) {
		case "sending":
			return `sending ${shown(entry.text)}`;
		case "handed":
			return entry.accepted ? null : `not taken: ${shown(entry.reason ?? "")}`;
		case "heard":
			return `${entry.as === "answer" ? "" : `${entry.as}: `}${shown(entry.text)}${entry.settles === null ? "" : ` (${done} of ${total})`}`;
		default:
			return null;
	}
}

/** What became of a site, and how each setting is known. */
export function reportText(report: SiteReport): string {
	const { site, number, outcome, why, messages, sms, settings } = report;
	const head = `${shown(site)} (${number}): ${outcome}: ${shown(why)}`;
	const width = settings.reduce(
		(most, { path }) => Math.max(most, path.length),
		0,
	);
	return [
		head,
		`  ${countsText(messages)}, ${sms} SMS sent`,
		...settings.map(({ path, how }) => `  ${path.padEnd(width)}  ${how}`),
	].join("\n");
}

/** The worst that came of some sites. */
export function exitCodeOf(reports: readonly SiteReport[]): ExitCode {
	const codes = reports.map(({ outcome, settings }): ExitCode => {
		switch (outcome) {
			case "unsent":
				return ExitCode.runtime;
			case "done":
			case "nothing-to-do":
				return settings.some(({ how }) => how === "elsewhere")
					? ExitCode.differs
					: ExitCode.ok;
			case "differs":
				return ExitCode.differs;
			default:
				return ExitCode.refused;
		}
	});
	const order = [ExitCode.runtime, ExitCode.refused, ExitCode.differs];
	return order.find((code) => codes.includes(code)) ?? ExitCode.ok;
}

function line(content: object): void {
	printJsonLine(content);
}

/** MACs say nothing to a reader. */
function withoutMacs(entry: AuditEntry): object {
	if (entry.type === "begun") {
		const { key: _, access: __, messages, ...said } = entry;
		return { ...said, messages: messages.map(({ text }) => ({ text })) };
	}
	if (entry.type !== "heard") return entry;
	const { identity: _, ...said } = entry;
	return said;
}
