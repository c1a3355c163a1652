import type { RunManner } from "../../site/apply/panel-exchange.ts";
import type { PanelLink } from "../../site/apply/panel-link.ts";
import { mostSms } from "../../site/apply/queries.ts";
import { AuditError } from "../../site/audit/audit-file.ts";
import type { ModemPhone } from "../../site/links/modem-phone.ts";
import { runSites } from "../../site/run-sites.ts";
import type { SiteReport } from "../../site/site-report.ts";
import { LockedError } from "../../store/lock.ts";
import { thisMachine } from "../../time/machine.ts";
import { steadyClock } from "../../time/steady-clock.ts";
import {
	type PlanReport,
	planReport,
	priceText,
} from "../../views/sites/plan-report.ts";
import { planText } from "../../views/sites/plan-text.ts";
import { sitesTable } from "../../views/sites/sites-table.ts";
import { ExitCode, UsageError } from "../line/exit-code.ts";
import { outputWidth } from "../line/output-width.ts";
import { complain, print } from "../line/print.ts";
import { errorColors } from "../line/terminal-colors.ts";
import { defineVerb } from "../line/verb.ts";
import { isAgreed } from "./agreement.ts";
import { appliedSite, nothingToDo } from "./applied-site.ts";
import { applyOptions, type modemsOf } from "./apply-options.ts";
import { ApplyOutput, exitCodeOf } from "./apply-output.ts";
import { type ApplyWish, preparedSites, wishOf } from "./apply-requests.ts";
import { withPhones } from "./phones.ts";
import type { PreparedSite } from "./prepared-site.ts";
import { simulatedEnd } from "./simulated-end.ts";

export const apply = defineVerb({
	withoutPanel: "--from names the panel's file",
	examples: [
		[
			"apply site.yaml --modem serial:///dev/ttyUSB0",
			"plans, shows the plan, asks for the panel's number, and sends",
		],
		[
			"apply plan.json --yes --modem tcp://host:8081",
			"a plan that somebody has reviewed: plan site.yaml --json > plan.json",
		],
		[
			"apply site.yaml --resume --modem auto:",
			"goes on where the last run stopped",
		],
		[
			"apply --sites sites.csv --template site.yaml --max-sms 200 --modem auto:",
			"every site of a CSV",
		],
		[
			"apply site.yaml --to simulator --from factory",
			"to a throw-away panel, without a modem",
		],
	],
	options: applyOptions,
	goesWith: { pin: ["modem"], init: ["modem"] },
	async run(argv, isTyped) {
		const { json, dryRun } = argv;
		const wish = await wishOf(argv);
		if (wish.isSimulated) refuseOfNetwork(isTyped);
		const all = await preparedSites(argv, wish);
		const { price, profiles, manner, most } = wish;
		const telling = { showSecrets: argv.showSecrets, price, profiles };
		const planned = all.map((prepared) => {
			const { plan, rehearsal } = prepared;
			const report = planReport(plan, { ...telling, rehearsal });
			return { prepared, report };
		});
		const show = dryRun && !json ? print : complain;
		show(plansText(planned, argv.sites !== undefined, wish.to));
		const due = all.filter(
			({ plan, begun }) => plan.messages.length > 0 || begun.resumed,
		);
		const sms = due.reduce((sum, { plan }) => sum + mostSms(plan, manner), 0);
		show(countText(due, sms, price));
		if (dryRun) {
			if (json)
				print(
					planned.map(({ prepared: { site }, report }) => ({
						site,
						...report,
					})),
				);
			const isDue = planned.some(
				({ report: { messages, elsewhere } }) =>
					messages.length + elsewhere.length > 0,
			);
			return isDue ? ExitCode.differs : ExitCode.ok;
		}
		if (sms > most)
			throw new UsageError(
				`that is up to ${sms} SMS, and --max-sms is ${most}; nothing was sent`,
			);
		const isAsked = due.length > 0 && !wish.isSimulated && !argv.yes;
		if (isAsked && !(await isWanted(due))) {
			complain("alarmpanel: that was not it; nothing was sent");
			return ExitCode.refused;
		}
		const output = new ApplyOutput(json);
		const run = runOf(wish, argv.confirm, output);
		return exitCodeOf(
			wish.isSimulated
				? await simulated(all, run, output)
				: await sent(all, due, wish.modems, run, output),
		);
	},
});

/**
 * A throw-away panel has no audit and no network.
 * @throws UsageError
 */
function refuseOfNetwork(isTyped: (option: string) => boolean): void {
	for (const [option, why] of [
		["audit", "none is kept of a throw-away panel"],
		["validity", "no network delivers to a throw-away panel"],
	] as const)
		if (isTyped(option))
			throw new UsageError(`--${option}, with --to simulator: ${why}`);
}

/** The plan of one site whole, those of many as a table. */
function plansText(
	planned: readonly {
		readonly prepared: PreparedSite;
		readonly report: PlanReport;
	}[],
	isMany: boolean,
	to: ApplyWish["to"],
): string {
	const [first] = planned;
	return isMany || first === undefined
		? sitesTable(
				planned.map(({ prepared: { site }, report }) => ({ site, report })),
			)
		: planText(
				first.report,
				{
					from: first.prepared.from,
					to: to === "simulator" ? "a simulated" : "a real",
				},
				errorColors,
				outputWidth(),
			);
}

type Run = (prepared: PreparedSite, link: PanelLink) => Promise<SiteReport>;

/** Applies a site; all sites together send no more than they may. */
function runOf(
	{ manner, most, mac }: ApplyWish,
	asksEach: boolean,
	output: ApplyOutput,
): Run {
	let left = most;
	const take = (parts: number) => {
		if (parts > left) return false;
		left -= parts;
		return true;
	};
	return (prepared, link) => {
		const mayGo = asksEach ? confirming(prepared, output) : undefined;
		const bounded = { ...manner, take, mayGo };
		return appliedSite(prepared, link, bounded, mac, output.entry);
	};
}

async function simulated(
	all: readonly PreparedSite[],
	run: Run,
	output: ApplyOutput,
): Promise<readonly SiteReport[]> {
	const reports: SiteReport[] = [];
	for (const prepared of all) {
		const report = await run(
			prepared,
			simulatedEnd(prepared, thisMachine.wall()),
		);
		output.report(report);
		reports.push(report);
	}
	return reports;
}

async function sent(
	all: readonly PreparedSite[],
	due: readonly PreparedSite[],
	modems: ReturnType<typeof modemsOf> | null,
	run: Run,
	output: ApplyOutput,
): Promise<readonly SiteReport[]> {
	const reports: SiteReport[] = [];
	const tell = (report: SiteReport) => {
		reports.push(report);
		output.report(report);
	};
	for (const prepared of all)
		if (!due.includes(prepared)) tell(nothingToDo(prepared));
	if (due.length === 0 || modems === null) return reports;
	const say = (remark: string) => output.remark(remark);
	await withPhones(
		modems.places,
		modems.access,
		steadyClock(thisMachine),
		say,
		(phones) =>
			runSites<PreparedSite, ModemPhone>(
				due,
				phones,
				async (prepared, phone) => {
					const link = phone.linkTo(prepared.number);
					const report = await run(prepared, link).catch((error) => {
						// Another process has this panel, or had it; the others are not its business.
						if (error instanceof LockedError || error instanceof AuditError)
							return skipped(prepared, error.message);
						throw error;
					});
					tell(report);
					return report;
				},
				(phone) => phone.trouble,
				(prepared, why) => tell(skipped(prepared, why)),
			),
	);
	return reports;
}

/** A site that was not begun. */
function skipped(prepared: PreparedSite, why: string): SiteReport {
	const planned = prepared.plan.messages.length;
	return {
		...nothingToDo(prepared),
		outcome: "skipped",
		why,
		messages: { confirmed: 0, assumed: 0, planned },
	};
}

/** What is said before anything is sent. */
function countText(
	due: readonly PreparedSite[],
	sms: number,
	price: number | null,
): string {
	const [first] = due;
	if (first === undefined) return "nothing is to be sent";
	const cost =
		price === null
			? ""
			: `, price ${priceText(Number((sms * price).toFixed(4)))}`;
	const to = due.length === 1 ? first.number : `${due.length} panels`;
	const unproved = due.filter(
		({ plan }) => plan.site.model.probe === null && plan.messages.length > 0,
	);
	const warning =
		unproved.length === 0
			? ""
			: "\nthere is no harmless message that shows that the panel answers: every setting stays assumed";
	return `to ${to}: up to ${sms} SMS${cost}${warning}`;
}

function isWanted(due: readonly PreparedSite[]): Promise<boolean> {
	const [first] = due;
	if (due.length === 1 && first !== undefined)
		return isAgreed(
			`the P-Word and the code go to ${first.number}; type that number to send: `,
			first.number,
		);
	for (const { site, number } of due) complain(`${number}  ${site}`);
	return isAgreed(
		`the P-Words and codes go to these ${due.length} numbers; type ${due.length} to send: `,
		String(due.length),
	);
}

/** Asks before each message. */
function confirming(
	{ begun, site }: PreparedSite,
	output: ApplyOutput,
): NonNullable<RunManner["mayGo"]> {
	return (at) =>
		output.asking(() =>
			isAgreed(
				`${site}: ${begun.messages[at]?.text}\nsend it? type yes: `,
				"yes",
			),
		);
}
