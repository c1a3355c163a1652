import type { LanguageCommand } from "../../models/language/language-command.ts";
import { settingValues } from "../../models/language/language-settings.ts";
import type { Model } from "../../models/model.ts";
import type { PanelState } from "../../panel/state/state.ts";
import type { Value } from "../../parameters/kind.ts";
import { knownMember, valueIn } from "../messages/known-panel.ts";
import { nearer, type Obstacle } from "../messages/obstacle.ts";
import type { MessageStep, ThingMessages } from "../messages/thing-messages.ts";
import type { Thing } from "../site/site.ts";
import { isBetter } from "./better-way.ts";
import { isKeptAs, obstacleTo } from "./call-obstacle.ts";
import { triedCall } from "./call-trial.ts";
import { callsOfCommand, type LanguageCall } from "./language-calls.ts";
import type { LanguageTask } from "./language-task.ts";
import { dueOf, listWay, type PlaceGoal } from "./list-way.ts";
import { LANGUAGE_PART, settingPlace } from "./setting-place.ts";
import { supposed } from "./supposed-panel.ts";

/** Most messages for one setting: one takes it away, one gives it anew, one mends beside. */
const MOST = 3;

const thing: Thing = { part: LANGUAGE_PART, id: null };

/**
 * The fewest messages for each setting that is due, which leave all else that the site
 * names as it is: what other commands need first, the codes that let messages in and
 * the numbers that are heard last.
 */
export function languageMessagesFor(task: LanguageTask): ThingMessages {
	return new LanguagePlanner(task).messages();
}

/** Commands do what the manual of a language says; a number is its place in a list. */
class LanguagePlanner {
	private readonly task: LanguageTask;
	private readonly commands: readonly LanguageCommand[];
	/** Commands that no manual prints, and nobody asked for. */
	private readonly unprinted: readonly LanguageCommand[];
	private readonly obstacles = new Map<string, Obstacle>();
	/** Where nothing is known: settings that messages have said. */
	private readonly said = new Map<string, Value>();
	private state: PanelState;

	constructor(task: LanguageTask) {
		const { model, language, state, rules, wanted } = task;
		const isPlanned = ({ provenance }: LanguageCommand) =>
			rules.provenances.has(provenance);
		this.task = task;
		this.commands = language.commands.filter(isPlanned);
		this.unprinted = language.commands.filter((each) => !isPlanned(each));
		this.state = state ?? supposed(model, wanted);
	}

	messages(): ThingMessages {
		const steps: MessageStep[] = [];
		const order = this.inOrder([...this.task.due.keys()]);
		let left = order;
		for (;;) {
			const stuck: string[] = [];
			const lists = new Set<string>();
			for (const setting of left) {
				if (this.isRight(this.state, setting)) continue;
				const { name } = settingPlace(this.task.language, setting);
				if (!lists.has(name)) this.take(this.together(name, left), steps);
				lists.add(name);
				if (this.isRight(this.state, setting)) continue;
				const found = this.shortest(setting);
				if (found === null) stuck.push(setting);
				else this.take(found, steps);
			}
			if (stuck.length === left.length || stuck.length === 0) {
				const open = order.filter((each) => !this.isRight(this.state, each));
				return {
					steps,
					obstacles: new Map(
						open.map((each) => [
							each,
							this.obstacles.get(each) ?? this.noMessageFor(each),
						]),
					),
				};
			}
			left = stuck;
		}
	}

	/** Takes steps as the next ones of those that the plan holds. */
	private take(found: readonly MessageStep[], steps: MessageStep[]): void {
		for (const step of found) {
			steps.push(this.task.state === null ? blind(step) : step);
			this.state = step.state ?? this.state;
			if (this.task.state === null)
				for (const name of step.covers)
					this.said.set(name, valueIn(this.state, thing, name) ?? "");
		}
	}

	/** What others need first, what they will need no more behind them, then codes, then who is heard. */
	private inOrder(due: readonly string[]): readonly string[] {
		const { language, wanted, rules } = this.task;
		const { file } = language;
		const needs = language.commands.flatMap(({ row }) =>
			row.needs?.setting === undefined ? [] : [row.needs.setting],
		);
		const rankOf = (full: string): number => {
			const { name } = settingPlace(language, full);
			const value = wanted.get(`${LANGUAGE_PART}.${full}`);
			if (file.roles.some(({ code }) => code === full)) return 3;
			if (name === file.listed)
				return isKeptAs(value ?? "", rules.sender) ? 4 : 5;
			const needed = needs.filter(([setting]) => setting === full);
			if (needed.length === 0) return 1;
			return needed.some(([, least]) => least === value) ? 0 : 2;
		};
		return due.toSorted((a, b) => rankOf(a) - rankOf(b));
	}

	private isRight(state: PanelState, setting: string): boolean {
		const value = this.task.wanted.get(`${LANGUAGE_PART}.${setting}`);
		return this.isAlready(state, setting, value);
	}

	private isAlready(
		state: PanelState,
		setting: string,
		value: Value | undefined,
	): boolean {
		return this.task.state === null
			? this.said.get(setting) === value
			: valueIn(state, thing, setting) === value;
	}

	/**
	 * A way for all places of a list that are wrong: together, which takes fewer SMS, or
	 * one by one where that is shorter. Who is heard is changed one by one: an empty
	 * list of those lets everybody in.
	 */
	private together(
		name: string,
		left: readonly string[],
	): readonly MessageStep[] {
		const { state, language, wanted } = this.task;
		const isList = this.commands.some(({ row: { does = [] } }) =>
			does.some((effect) => "add" in effect && effect.add === name),
		);
		if (state === null || !isList || name === language.file.listed) return [];
		const goals = left
			.filter((each) => !this.isRight(this.state, each))
			.map((each): PlaceGoal => {
				const value = wanted.get(`${LANGUAGE_PART}.${each}`) ?? "";
				return { place: settingPlace(language, each), value };
			})
			.filter(({ place }) => place.name === name)
			.toSorted((a, b) => (a.place.at ?? 0) - (b.place.at ?? 0));
		if (goals.length < 2) return [];
		const way = listWay(this.state, goals, {
			keptAt: (by, setting) => valueIn(by, thing, setting) ?? "",
			stepsTo: (by, some) =>
				this.commands.flatMap((command) =>
					this.callsFor(by, command, some[0], null, dueOf(some)).flatMap(
						(call) => this.stepOf(by, call, null),
					),
				),
		});
		if (way === null) return [];
		const named = way.goals.map(({ place }) => place.full);
		const single = this.oneByOne(left.filter((each) => named.includes(each)));
		return single !== null && isBetter(single, way.steps) ? single : way.steps;
	}

	/** A way for each of some settings by itself, one behind the other; null where there is none. */
	private oneByOne(settings: readonly string[]): readonly MessageStep[] | null {
		const before = this.state;
		const steps: MessageStep[] = [];
		for (const setting of settings) {
			if (this.isRight(this.state, setting)) continue;
			const found = this.shortest(setting);
			if (found === null) break;
			for (const step of found) steps.push(step);
			this.state = found.at(-1)?.state ?? this.state;
		}
		const isWhole = settings.every((each) => this.isRight(this.state, each));
		this.state = before;
		return isWhole ? steps : null;
	}

	/** The shortest way that makes a setting right and spoils nothing that is right. */
	private shortest(setting: string): readonly MessageStep[] | null {
		const goals = [...this.task.wanted.keys()]
			.filter((path) => path.startsWith(`${LANGUAGE_PART}.`))
			.map((path) => path.slice(LANGUAGE_PART.length + 1))
			.filter((each) => each === setting || this.isRight(this.state, each));
		const most = this.task.state === null ? 1 : MOST;
		for (let length = 1; length <= most; length += 1) {
			const way = this.way(this.state, goals, setting, length);
			if (way !== null) return way;
		}
		return null;
	}

	private way(
		state: PanelState,
		goals: readonly string[],
		setting: string,
		most: number,
	): readonly MessageStep[] | null {
		let best: readonly MessageStep[] | null = null;
		const open = goals.filter((each) => !this.isRight(state, each));
		for (const each of open)
			for (const step of this.stepsFor(state, each, setting, most > 1)) {
				const after = step.state ?? state;
				const isDone =
					this.task.state === null
						? step.covers.includes(setting)
						: goals.every((goal) => this.isRight(after, goal));
				const rest = isDone
					? []
					: most > 1
						? this.way(after, goals, setting, most - 1)
						: null;
				if (rest === null) continue;
				const way = [step, ...rest];
				if (best === null || isBetter(way, best)) best = way;
			}
		return best;
	}

	/** Messages that give a setting what is wanted, or take it away before it is given anew. */
	private stepsFor(
		state: PanelState,
		setting: string,
		about: string,
		mayEmpty: boolean,
	): readonly MessageStep[] {
		const { language, wanted } = this.task;
		const value = wanted.get(`${LANGUAGE_PART}.${setting}`);
		if (value === undefined) return [];
		const initial = language.settings.fields[setting]?.initial ?? "";
		const now = valueIn(state, thing, setting);
		const values =
			mayEmpty && value !== initial && now !== initial
				? [value, initial]
				: [value];
		return values.flatMap((to) =>
			this.commands.flatMap((command) =>
				this.callsFor(
					state,
					command,
					{ place: settingPlace(language, setting), value: to },
					about,
				).flatMap((call) => this.stepOf(state, call, about)),
			),
		);
	}

	private callsFor(
		state: PanelState,
		command: LanguageCommand,
		{ place, value }: PlaceGoal,
		about: string | null,
		due = this.task.due,
	): readonly LanguageCall[] {
		const { language, wanted, rules } = this.task;
		const isKnown = this.task.state !== null;
		return callsOfCommand(command, {
			language,
			place,
			value,
			due: new Map(
				[...due].filter(([each, to]) => !this.isAlready(state, each, to)),
			),
			known: (each) => knownMember(isKnown ? state : null, wanted, thing, each),
			kept: (name) =>
				isKnown ? settingValues(state.stored.language ?? {}, name) : null,
			trustsReadings: rules.trustsReadings,
			tell: (obstacle) => this.tell(about, obstacle),
		});
	}

	/** A call as a step; none where the panel does not do it, does more, or nobody allowed it. */
	private stepOf(
		state: PanelState,
		call: LanguageCall,
		about: string | null,
	): readonly MessageStep[] {
		const { model, language, due } = this.task;
		const trial = triedCall(model, language, state, call);
		const obstacle = obstacleTo(this.task, state, call, trial);
		if (obstacle !== null) {
			this.tell(about, obstacle);
			return [];
		}
		const covers = [...due.keys()].filter(
			(each) => trial.said.get(each) === due.get(each) && trial.said.has(each),
		);
		const { command, args, sets, readings } = call;
		const isEmpty = this.task.state !== null && trial.changes.length === 0;
		return isEmpty
			? []
			: [
					{
						thing,
						command: modelCommand(this.task.model, command),
						inverse: { part: LANGUAGE_PART, sets },
						args,
						covers,
						readings,
						state: trial.state,
						changes: trial.changes,
					},
				];
	}

	private noMessageFor(setting: string): Obstacle {
		const value = this.task.wanted.get(`${LANGUAGE_PART}.${setting}`) ?? "";
		const place = settingPlace(this.task.language, setting);
		const kept = this.unprinted.find(
			(command) =>
				this.callsFor(this.state, command, { place, value }, setting).length >
				0,
		);
		return kept === undefined
			? {
					code: "no-message",
					why: `no message of ${this.task.model.name} sets it to that`,
					where: this.task.rules.place,
				}
			: {
					code: "provenance",
					why: `only ${kept.spec.word} sets it, which no manual of this maker prints`,
					where: `${this.task.rules.place}, or --with ${kept.provenance}`,
				};
	}

	private tell(setting: string | null, obstacle: Obstacle): void {
		if (setting === null) return;
		this.obstacles.set(setting, nearer(this.obstacles.get(setting), obstacle));
	}
}

function blind(step: MessageStep): MessageStep {
	return { ...step, state: null, changes: [] };
}

function modelCommand({ commands }: Model, { spec }: LanguageCommand) {
	const command = commands.get(spec.word);
	if (command === undefined) throw new TypeError(`there is no ${spec.word}`);
	return command;
}
