import { callWordingOf, composeSlots } from "../derive/compose.ts";
import { credentialsOf } from "../firmware/answer/authorise.ts";
import type { Model, ModelCommand } from "../models/model.ts";
import { resting } from "../panel/state/runtime.ts";
import { type PanelState, withRuntime } from "../panel/state/state.ts";
import {
	type Access,
	accessAfter,
	accessFor,
	isSendersCode,
} from "./access.ts";
import { codeForAWhile, type HeldCode, inCircle, lineOf } from "./codes.ts";
import { explained } from "./explained.ts";
import { joinedMessages } from "./joined-messages.ts";
import { languageMessagesFor } from "./language/language-messages.ts";
import { LANGUAGE_PART } from "./language/setting-place.ts";
import { type Wanted, wantedOf } from "./messages/known-panel.ts";
import type { Obstacle } from "./messages/obstacle.ts";
import type { PlanRules } from "./messages/plan-rules.ts";
import {
	deletionOf,
	type MessageStep,
	messagesFor,
	type ThingMessages,
} from "./messages/thing-messages.ts";
import type { Elsewhere, Plan, PlannedMessage } from "./plan.ts";
import {
	pathOfSetting,
	pathOfThing,
	type Site,
	type Thing,
} from "./site/site.ts";
import { askedOf, type Task } from "./task.ts";

/** What a panel has before a plan; where nothing is known of it, what lets a message in. */
export type Beginning =
	| { readonly state: PanelState }
	| { readonly state: null; readonly access: Access };

/**
 * The fewest messages of a site's model that make a panel what the site names, in an
 * order that works: users first, what goes after what comes, and last of all, each by
 * itself, what lets messages in. What waits for another thing is sent behind it.
 */
export function makePlan(
	site: Site,
	beginning: Beginning,
	rules: PlanRules,
): Plan {
	return new Planner(site, beginning, rules).plan();
}

class Planner {
	private readonly site: Site;
	private readonly rules: PlanRules;
	private readonly commands: readonly ModelCommand[];
	private readonly wanted: Wanted;
	private readonly before: PanelState | null;
	private state: PanelState | null;
	private access: Access;
	private tasks: readonly Task[];
	private readonly seen = new Set<Task>();
	private readonly messages: PlannedMessage[] = [];
	private readonly elsewhere: Elsewhere[];

	constructor(site: Site, beginning: Beginning, rules: PlanRules) {
		const { model } = site;
		this.site = site;
		this.rules = rules;
		this.wanted = wantedOf(site);
		this.commands = [...model.commands.values()].filter(({ provenance }) =>
			rules.provenances.has(provenance),
		);
		const { state } = beginning;
		this.before = state === null ? null : withRuntime(state, resting);
		this.state = this.before;
		this.access =
			beginning.state === null
				? beginning.access
				: credentialsOf(model, beginning.state);
		const { tasks, held } = askedOf(site, this.state, rules);
		this.tasks = tasks;
		this.elsewhere = [...held];
	}

	plan(): Plan {
		// Who waits for a credential waits only for what a message can change of it.
		for (const task of this.tasks)
			if (this.isCredential(task)) this.whatWorksOf(task);
		const isOpen = (task: Task) => !this.isCredential(task);
		const isStuck = (task: Task) =>
			isOpen(task) && !this.waitsForCredential(task);
		while (
			this.advance(isOpen) ||
			this.breakCircle() ||
			this.giveUp(isStuck) ||
			this.advance((task) => this.isCredential(task), 1) ||
			this.giveUp(() => true)
		);
		return {
			site: this.site,
			sender: this.rules.sender,
			before: this.before,
			after: this.state,
			messages: this.inFewTexts(),
			elsewhere: this.elsewhere.toSorted(
				(a, b) => this.placeOf(a.path) - this.placeOf(b.path),
			),
		};
	}

	/** The messages, joined where the model's language lets several commands stand in one. */
	private inFewTexts(): readonly PlannedMessage[] {
		const { model } = this.site;
		const { language } = model;
		return language === null
			? this.messages
			: joinedMessages(this.messages, {
					model,
					language,
					before: this.before,
					rules: this.rules,
				});
	}

	/** Sends what can be done wholly; says whether anything was. */
	private advance(
		which: (task: Task) => boolean,
		most = Number.POSITIVE_INFINITY,
	): boolean {
		let done = 0;
		for (const asked of this.tasks.filter(which)) {
			if (done >= most) break;
			const { task, steps, obstacles } = this.whatWorksOf(asked);
			if (obstacles.size > 0) continue;
			for (const step of steps) this.send(step);
			this.tasks = this.tasks.filter((each) => each !== task);
			done++;
		}
		return done > 0;
	}

	/**
	 * Messages for a task. When it is looked at first, what no message does, whatever
	 * else is done before, is listed and not waited for.
	 */
	private whatWorksOf(task: Task): ThingMessages & { readonly task: Task } {
		const found = this.attempt(task);
		const never = [...found.obstacles].filter(
			([, { code }]) => code !== "refused",
		);
		const isSeen = this.seen.has(task);
		this.seen.add(task);
		if (never.length === 0 || isSeen) return { task, ...found };
		for (const [member, obstacle] of never) this.leave(task, member, obstacle);
		const settings = task.settings.filter(
			({ member }) => !never.some(([name]) => name === member),
		);
		const left = { ...task, settings };
		const isDropped = task.goes || settings.length === 0;
		this.seen.add(left);
		this.tasks = this.tasks.flatMap((each) =>
			each !== task ? [each] : isDropped ? [] : [left],
		);
		return { task: left, ...(isDropped ? found : this.attempt(left)) };
	}

	/** Where codes go round, one of them gives way for a while. */
	private breakCircle(): boolean {
		const { state } = this;
		if (state === null) return false;
		const waiting = this.tasks.flatMap(({ settings }) => settings);
		const isLast = (thing: Thing) =>
			thing.part === "credentials" ||
			isSendersCode(this.site.model, thing, state);
		const holder = inCircle(state, waiting, isLast);
		const step = holder === null ? null : this.givenForAWhile(state, holder);
		if (step === null) return false;
		this.send(step, { forAWhile: true });
		return true;
	}

	private givenForAWhile(
		state: PanelState,
		{ thing, member }: HeldCode,
	): MessageStep | null {
		const code = codeForAWhile(state, this.site.settings);
		const path = `${pathOfThing(thing)}.${member}`;
		const { steps, obstacles } = messagesFor({
			commands: this.commands,
			state,
			thing,
			installerCode: this.installerCode(),
			wanted: new Map([...this.wanted, [path, code]]),
			due: new Map([[member, code]]),
			trustsReadings: this.rules.trustsReadings,
		});
		return obstacles.size === 0 ? (steps[0] ?? null) : null;
	}

	/** Does what can be done of one thing that cannot be done wholly, and lists the rest. */
	private giveUp(which: (task: Task) => boolean): boolean {
		const [first] = this.tasks
			.filter(which)
			.map((task) => ({ task, ...this.attempt(task) }))
			.toSorted((a, b) => b.steps.length - a.steps.length);
		if (first === undefined) return false;
		const { task, steps, obstacles } = first;
		for (const step of steps) this.send(step);
		this.tasks = this.tasks.filter((each) => each !== task);
		for (const [member, obstacle] of obstacles)
			this.leave(task, member, obstacle);
		return true;
	}

	/** Messages for a thing as the panel is now; the obstacle to a deletion has the member "". */
	private attempt({ thing, settings, goes }: Task): ThingMessages {
		const { commands, state, wanted } = this;
		const { trustsReadings } = this.rules;
		const installerCode = this.installerCode();
		const task = { commands, state, installerCode, thing, trustsReadings };
		const due = new Map(settings.map(({ member, value }) => [member, value]));
		const { model } = this.site;
		if (model.language !== null && thing.part === LANGUAGE_PART)
			return languageMessagesFor({
				model,
				language: model.language,
				state,
				wanted,
				due,
				rules: this.rules,
			});
		if (!goes) return messagesFor({ ...task, wanted, due });
		const found = deletionOf(task);
		return "code" in found
			? { steps: [], obstacles: new Map([["", found]]) }
			: { steps: [found], obstacles: new Map() };
	}

	/** The installer code, where it is what lets messages in. */
	private installerCode(): string | null {
		const { credential } = this.site.model;
		return credential === "installer-code" ? this.access.code : null;
	}

	private send(
		step: MessageStep,
		{ forAWhile }: { readonly forAWhile: boolean } = { forAWhile: false },
	): void {
		const { model } = this.site;
		const { command, args } = step;
		const access = accessFor(model, command, this.state, this.access);
		const text = model.dialect.write({
			...access,
			...callWordingOf(command, composeSlots(command, args)),
		});
		this.messages.push({
			...step,
			text,
			access,
			forAWhile,
			more: [],
			class: classOf(model, command),
		});
		this.state = step.state;
		this.access = accessAfter(model, step, this.wanted, this.access);
	}

	private leave({ thing, settings }: Task, member: string, obstacle: Obstacle) {
		const path = pathOfThing(thing);
		const setting = settings.find((each) => each.member === member);
		this.elsewhere.push({
			...explained(obstacle, this.site.model, this.rules, thing, member),
			path: setting === undefined ? path : pathOfSetting(setting),
			wanted: setting?.value ?? null,
		});
	}

	/** Whether something changes what lets the messages in. */
	private isCredential({ thing, settings, goes }: Task): boolean {
		if (goes) return false;
		if (thing.part === "credentials") return true;
		const isCode = settings.some(
			({ member }) => member === "pin" || member === "code",
		);
		return isCode && isSendersCode(this.site.model, thing, this.state);
	}

	/** Whether a code is due that is free only when what lets messages in has changed. */
	private waitsForCredential({ settings }: Task): boolean {
		const { state } = this;
		if (state === null) return false;
		const last = this.tasks.filter((task) => this.isCredential(task));
		const waiting = this.tasks.flatMap((task) => task.settings);
		return settings
			.flatMap((setting) => lineOf(state, setting, waiting))
			.some(({ thing }) => last.some((task) => task.thing === thing));
	}

	/** Where a path stands in the site. */
	private placeOf(path: string): number {
		const { settings, absent } = this.site;
		const at = settings.findIndex((setting) => pathOfSetting(setting) === path);
		if (at !== -1) return at;
		const gone = absent.findIndex((thing) => pathOfThing(thing) === path);
		return settings.length + gone;
	}
}

/** The class that the file of a language gives a command; null where commands are code. */
function classOf(
	{ language }: Model,
	{ spec }: ModelCommand,
): PlannedMessage["class"] {
	const command = language?.commands.find(
		(each) => each.spec.word === spec.word,
	);
	return command?.row.class ?? null;
}
