import { stateFolder } from "../../ports/state-folder.ts";
import type { RunManner } from "../../site/apply/panel-exchange.ts";
import type { PanelLink } from "../../site/apply/panel-link.ts";
import { mostSms } from "../../site/apply/queries.ts";
import { AuditError } from "../../site/audit/audit-file.ts";
import { ownValueMac, type ValueMac } from "../../site/audit/value-mac.ts";
import type { ModemPhone } from "../../site/links/modem-phone.ts";
import { runSites } from "../../site/run-sites.ts";
import type { SiteReport } from "../../site/site-report.ts";
import { LockedError } from "../../store/lock.ts";
import { thisMachine } from "../../time/machine.ts";
import { steadyClock } from "../../time/steady-clock.ts";
import { planReport, priceText } from "../../views/sites/plan-report.ts";
import { planText } from "../../views/sites/plan-text.ts";
import { sitesTable } from "../../views/sites/sites-table.ts";
import { ExitCode, UsageError } from "../line/exit-code.ts";
import { knownProfiles } from "../line/known-profiles.ts";
import { outputWidth } from "../line/output-width.ts";
import { complain, print } from "../line/print.ts";
import { errorColors } from "../line/terminal-colors.ts";
import { defineVerb } from "../line/verb.ts";
import { validityOf } from "../modem/modem-options.ts";
import { hasTerminal, isAgreed } from "./agreement.ts";
import { appliedSite, nothingToDo } from "./applied-site.ts";
import { applyOptions, modemsOf, mostSmsOf } from "./apply-options.ts";
import { ApplyOutput, exitCodeOf } from "./apply-output.ts";
import { manySites, oneSite, planIn, reviewedSite } from "./apply-requests.ts";
import { withPhones } from "./phones.ts";
import { planOptions, priceOf, rulesOf } from "./plan-options.ts";
import { refuseOtherPlan } from "./planned-file.ts";
import type { PreparedSite } from "./prepared-site.ts";
import { simulatedEnd } from "./simulated-end.ts";
import { variablesOf } from "./site-file.ts";

const VALIDITY = "15m";

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
	options: (yargs) =>
		applyOptions(
			planOptions(
				yargs.positional("site", {
					type: "string",
					describe: "what the panel is to be: YAML or JSON, or a plan",
				}),
			),
		),
	async run(argv) {
		const { site: file, sites, template, json, yes, dryRun } = argv;
		const price = priceOf(argv.price);
		const profiles = knownProfiles(argv.profile);
		const most = mostSmsOf(argv.maxSms);
		const validity = validityOf(argv.validity ?? VALIDITY);
		const modems = argv.modem === undefined ? null : modemsOf(argv);
		if (argv.confirm && !hasTerminal())
			throw new UsageError("--confirm asks on a terminal, and here is none");

		const mac = await ownValueMac(stateFolder());
		const kept = file === undefined ? null : await planIn(file);
		if (kept !== null) refuseOtherPlan(kept.source, argv);
		const said = kept === null ? argv : { ...argv, ...kept.source };
		const { sender } = said;
		const rules = rulesOf({
			...{ to: said.to, sender: sender ?? undefined },
			with: said.with as typeof argv.with,
			allow: said.allow as typeof argv.allow,
		});
		const isSimulated = said.to === "simulator" && modems === null;
		if (modems === null && !isSimulated && !dryRun)
			throw new UsageError(
				"which modem? --modem serial:///dev/ttyUSB0, tcp://host:8081 or auto:; --to simulator needs none",
			);
		const request = {
			...argv,
			...{ rules, variables: variablesOf(argv.var), keepsAudit: !isSimulated },
		};
		const all = await preparedSites(
			{ file, sites, template },
			kept,
			request,
			mac,
		);

		const telling = { showSecrets: argv.showSecrets, price, profiles };
		const reports = all.map(({ plan, rehearsal }) =>
			planReport(plan, { ...telling, rehearsal }),
		);
		const show = dryRun && !json ? print : complain;
		const [first] = all;
		if (sites === undefined && first !== undefined && reports[0] !== undefined)
			show(
				planText(
					reports[0],
					{
						from: first.from,
						to: said.to === "simulator" ? "a simulated" : "a real",
					},
					errorColors,
					outputWidth(),
				),
			);
		else
			show(
				sitesTable(
					all.flatMap(({ site }, at) => {
						const report = reports[at];
						return report === undefined ? [] : [{ site, report }];
					}),
				),
			);
		const manner = {
			...{ rules, validity, readsPins: argv.readPins },
			asksMode: !argv.skipMode,
		};
		const due = all.filter(
			({ plan, begun }) => plan.messages.length > 0 || begun.resumed,
		);
		const sms = due.reduce((sum, { plan }) => sum + mostSms(plan, manner), 0);
		show(countText(due, sms, price));
		if (dryRun) {
			if (json)
				print(
					all.map(({ site, number }, at) => ({ site, number, ...reports[at] })),
				);
			const isDue = reports.some(
				({ messages, elsewhere }) => messages.length + elsewhere.length > 0,
			);
			return isDue ? ExitCode.differs : ExitCode.ok;
		}
		if (sms > most)
			throw new UsageError(
				`that is up to ${sms} SMS, and --max-sms is ${most}; nothing was sent`,
			);
		if (due.length > 0 && !isSimulated && !yes && !(await isWanted(due))) {
			complain("alarmpanel: that was not it; nothing was sent");
			return ExitCode.refused;
		}

		const output = new ApplyOutput(json);
		let left = most;
		const run = (prepared: PreparedSite, link: PanelLink) =>
			appliedSite(
				prepared,
				link,
				{
					...manner,
					take: (parts) => {
						if (parts > left) return false;
						left -= parts;
						return true;
					},
					mayGo: argv.confirm ? confirming(prepared, output) : undefined,
				},
				mac,
				output.entry,
			);
		return exitCodeOf(
			isSimulated
				? await simulated(all, run, output)
				: await sent(all, due, modems, run, output),
		);
	},
});

type Run = (prepared: PreparedSite, link: PanelLink) => Promise<SiteReport>;

async function preparedSites(
	named: {
		readonly file: string | undefined;
		readonly sites: string | undefined;
		readonly template: string | undefined;
	},
	kept: Awaited<ReturnType<typeof planIn>>,
	request: Parameters<typeof oneSite>[1],
	mac: ValueMac,
): Promise<readonly PreparedSite[]> {
	const { file, sites, template } = named;
	if (sites !== undefined || template !== undefined) {
		if (sites === undefined || template === undefined || file !== undefined)
			throw new UsageError("apply --sites CSV --template SITE, or apply SITE");
		return manySites(sites, template, request, mac);
	}
	if (file === undefined)
		throw new UsageError("apply what? name a site, or --sites and --template");
	return kept === null
		? [await oneSite(file, request, mac)]
		: [await reviewedSite(file, kept, request, mac)];
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
		...{ outcome: "skipped", why },
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
