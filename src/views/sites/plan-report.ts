import { isSecret, masked, type PinNames } from "../../derive/secrets.ts";
import { type Change, changes } from "../../panel/state/changes.ts";
import type { Provenance } from "../../parameters/provenance.ts";
import {
	type Elsewhere,
	type Plan,
	type PlannedMessage,
	stepsOf,
	wordOf,
} from "../../plan/plan.ts";
import { referenceTo, shownText } from "../../plan/shown-text.ts";
import { pathOfSetting, pathOfThing } from "../../plan/site/site.ts";
import type { Profile } from "../../profiles/profile.ts";
import type { Rehearsal } from "../../simulation/plans/rehearsal.ts";
import { type Measure, measure } from "../../sms/segments.ts";
import { type Finding, findings } from "../findings.ts";
import {
	isPrinted,
	leastOf,
	type MessageVerdict,
	verdictOf,
} from "../words/verdict.ts";

/** How a plan is told. */
export interface PlanTelling {
	readonly showSecrets: boolean;
	/** Of one SMS; null where it is not known. */
	readonly price: number | null;
	/** Standards that the panel is compared with as it is afterwards. */
	readonly profiles: readonly Profile[];
	/** Null where nothing is known of the panel before. */
	readonly rehearsal: Rehearsal | null;
}

/** A plan as it is told to people and programs. */
export interface PlanReport {
	readonly model: string;
	readonly number: string | null;
	readonly messages: readonly ReportedMessage[];
	readonly elsewhere: readonly Elsewhere[];
	readonly warnings: readonly string[];
	/** What is programmed otherwise afterwards; null where that is not known. */
	readonly difference: readonly Change[] | null;
	/** What the standards do not allow afterwards. */
	readonly findings: readonly Finding[];
	readonly total: {
		readonly messages: number;
		readonly sms: number;
		readonly price: number | null;
	};
}

export interface ReportedMessage {
	/** With references in place of secrets, unless they are to be shown. */
	readonly text: string;
	/** Words; several where the message has several commands. */
	readonly command: string;
	/** What it is about: `users.3`. */
	readonly thing: string;
	readonly changes: readonly Change[];
	/** Of the text that is sent. */
	readonly sms: Measure;
	readonly price: number | null;
	readonly provenance: Provenance;
	readonly verdict: MessageVerdict;
	readonly source: string;
	/** Parameters of which no manual says that this is what they do. */
	readonly readings: readonly string[];
	/** Whether it gives a code only until others have changed theirs. */
	readonly forAWhile: boolean;
	/** What another maker's command does; left out where commands are our own. */
	readonly class?: NonNullable<PlannedMessage["class"]>;
}

export function planReport(plan: Plan, telling: PlanTelling): PlanReport {
	const { site, elsewhere } = plan;
	const { rehearsal, showSecrets, price, profiles } = telling;
	const pins: PinNames = new Map();
	const shown = (change: Change) =>
		shownChange(plan, change, showSecrets, pins);
	const messages = plan.messages.map((message): ReportedMessage => {
		const { thing, readings } = message;
		const { joined } = plan.site.model.language?.file ?? {};
		const commands = stepsOf(message).map(({ command }) => command);
		const joining =
			joined === undefined || commands.length === 1 ? [] : [joined];
		const provenance = leastOf([
			...commands.map((command) => command.provenance),
			...joining.map(({ mark }) => mark),
		]);
		const isReading = readings.length > 0 && isPrinted(provenance);
		const sms = measure(message.text);
		return {
			text: showSecrets ? message.text : shownText(plan, message),
			command: wordOf(message),
			thing: pathOfThing(thing),
			changes: changesOf(plan, message).map(shown),
			sms,
			price: price === null ? null : rounded(sms.parts * price),
			provenance,
			verdict: verdictOf(true, isReading ? "inferred" : provenance),
			source: tagsOf([
				...commands.map(({ spec }) => spec.source),
				...joining.map((each) => each.source),
			]),
			readings,
			forAWhile: message.forAWhile,
			...(message.class === null ? {} : { class: message.class }),
		};
	});
	const sms = messages.reduce((sum, each) => sum + each.sms.parts, 0);
	return {
		model: site.model.name,
		number: site.number,
		messages,
		elsewhere: elsewhere.map((each) => ({
			...each,
			wanted: shown({ path: each.path, from: null, to: each.wanted })
				.to as Elsewhere["wanted"],
		})),
		warnings: warningsOf(plan, rehearsal, messages),
		difference: rehearsal?.difference.map(shown) ?? null,
		findings:
			rehearsal === null
				? []
				: findings(site.model, rehearsal.state, profiles).filter(
						({ standard }) => standard !== null,
					),
		total: {
			messages: messages.length,
			sms,
			price: price === null ? null : rounded(sms * price),
		},
	};
}

/** The sources of several commands; a language's are tags with blanks between. */
function tagsOf(sources: readonly string[]): string {
	return sources.length === 1
		? (sources[0] ?? "")
		: [...new Set(sources.flatMap((source) => source.split(" ")))].join(" ");
}

/** Money, without the dust of binary fractions. */
function rounded(amount: number): number {
	return Number(amount.toFixed(4));
}

/** An amount with two decimals, or as many as it has. */
export function priceText(price: number): string {
	const decimals = String(price).split(".")[1]?.length ?? 0;
	return price.toFixed(Math.max(2, decimals));
}

/**
 * What a message changes, and what it says although the simulator has it so already;
 * at a panel of which nothing is known, all that it says.
 */
function changesOf(
	{ before, site }: Plan,
	{ changes: known, thing, covers, state }: PlannedMessage,
): readonly Change[] {
	const said = site.settings
		.filter(
			(each) =>
				pathOfThing(each.thing) === pathOfThing(thing) &&
				covers.includes(each.member),
		)
		.map((each) => ({ path: pathOfSetting(each), value: each.value }))
		.filter(({ path }) => !known.some((change) => change.path === path))
		.map(({ path, value }) => ({
			path,
			from: before === null || state === null ? null : value,
			to: value,
		}));
	return [...known, ...said];
}

/** A change with the site's references in place of values, and masks for other secrets. */
function shownChange(
	plan: Plan,
	change: Change,
	showSecrets: boolean,
	pins: PinNames,
): Change {
	const hidden = masked(change, showSecrets, pins);
	const { to } = change;
	const reference =
		showSecrets || to === null || typeof to === "object"
			? null
			: referenceTo(plan, change.path, to as string | number | boolean);
	return reference === null ? hidden : { ...hidden, to: reference };
}

function warningsOf(
	plan: Plan,
	rehearsal: Rehearsal | null,
	messages: readonly ReportedMessage[],
): readonly string[] {
	const { before, after, site } = plan;
	const literal = site.settings.filter(
		({ thing, member, reference }) =>
			reference === null && isSecret(`${pathOfThing(thing)}.${member}`),
	);
	const people = messages.flatMap(({ changes: made, thing }) =>
		made
			.filter(({ path }) => /^remote\.people\.\d+\.user$/.test(path))
			.map(({ path }) => {
				const id = Number(path.split(".")[2]);
				const name = before?.remote.people.find((one) => one.id === id)?.name;
				return `without ${thing}, ${name ?? `person ${id}`} is let in no more`;
			}),
	);
	const unrehearsed =
		rehearsal === null
			? ["what the panel has is not known, so this was not rehearsed"]
			: rehearsal.refused.map(
					(message) =>
						`the simulator refuses ${shownText(plan, message)}: this is a fault of the plan`,
				);
	const long = messages
		.filter(({ sms }) => sms.parts > 1)
		.map(({ text, sms }) => `${text} takes ${sms.parts} SMS`);
	const differs =
		rehearsal !== null && after !== null
			? changes(after, rehearsal.state).map(
					({ path }) => `the simulator has another ${path} than the plan`,
				)
			: [];
	return [
		...(literal.length === 0
			? []
			: [
					`${literal.map(pathOfSetting).join(", ")}: the site itself holds a secret; write \${NAME} and keep it in a file of its own`,
				]),
		...people,
		...long,
		...unrehearsed,
		...differs,
	];
}

/** Whether anything of a site is not as it is to be. */
export function isDue({ messages, elsewhere }: Plan): boolean {
	return messages.length > 0 || elsewhere.length > 0;
}
