import { isSecret, MASK, withoutAccounts } from "../../derive/secrets.ts";
import type { CredentialKind } from "../../models/model.ts";
import type { Value } from "../../parameters/kind.ts";
import type { HowKnown } from "../../plan/how-known.ts";
import { thingIn, valueIn } from "../../plan/messages/known-panel.ts";
import type { ObstacleCode } from "../../plan/messages/obstacle.ts";
import type { Plan } from "../../plan/plan.ts";
import {
	pathOfSetting,
	pathOfThing,
	type Thing,
} from "../../plan/site/site.ts";
import { type ModeMessage, modeMessages } from "./mode-messages.ts";

/** What is known of a setting of a real panel, and since when. */
export interface Knowledge {
	readonly how: HowKnown;
	/** A day or an instant, in ISO 8601; null where that was not written down. */
	readonly at: string | null;
}

/** A line of the as-fitted record. */
export interface HandoverItem extends Knowledge {
	/** `users.3.name`, or a thing that is to go: `users.3`. */
	readonly path: string;
	/** As the site writes it, secrets masked; null for a thing that is to go. */
	readonly value: string | null;
	/** Why no message sets it, so that it is done by hand; null for all else. */
	readonly byHand: ObstacleCode | null;
}

/** A device and the place it watches. */
export interface FittedZone {
	readonly number: number;
	/** "" where nobody named it. */
	readonly name: string;
	/** Each null where the site does not say it and nothing else is known. */
	readonly type: string | null;
	readonly rfId: string | null;
	readonly attribute: string | null;
}

/** Who is told of alarms. */
export interface ToldPlace {
	readonly number: number;
	/** The phone number or host of a URL, without its account. */
	readonly to: string;
	readonly by: "text" | "receiver";
	readonly level: string | null;
}

/** All that the papers of a hand-over say, without a secret. */
export interface Handover {
	readonly model: string;
	readonly title: string;
	/** Of the panel; null where the site names none. */
	readonly number: string | null;
	readonly code: CredentialKind;
	/** Whether the zones react as the table of this panel's reactions says. */
	readonly reacts: boolean;
	readonly homeModes: readonly ("home-1" | "home-2" | "home-3")[];
	readonly zones: readonly FittedZone[];
	/** People with a PIN; the codes from 95 on are no people. */
	readonly users: readonly { readonly number: number; readonly name: string }[];
	readonly told: readonly ToldPlace[];
	/** Seconds; null where they are not known. */
	readonly delays: {
		readonly exitAway: number | null;
		readonly exitHome: number | null;
		readonly entry: number | null;
	};
	/** How the real panel is armed and disarmed by SMS; none where no manual says it. */
	readonly messages: readonly ModeMessage[];
	readonly items: readonly HandoverItem[];
}

/** Numbers of users who are people. (MZ58) */
const LAST_PERSON = 10;

/**
 * What a plan makes of a panel, for paper.
 * @param known what an audit says of single settings, by path; all else is assumed
 */
export function handoverOf(
	plan: Plan,
	known: ReadonlyMap<string, Knowledge> = new Map(),
): Handover {
	const { site } = plan;
	const { model } = site;
	const messages = modeMessages(model);
	const users = numbersIn(plan, "users")
		.filter((id) => id <= LAST_PERSON)
		.map((number) => ({
			number,
			name: textAt(plan, { part: "users", id: number }, "name") ?? "",
		}));
	return {
		model: model.name,
		title: model.title,
		number: site.number,
		code: model.credential,
		reacts: model.language === null && messages.length > 0,
		homeModes: (["home-1", "home-2", "home-3"] as const).filter((home) =>
			messages.some(({ mode }) => mode === home),
		),
		zones: numbersIn(plan, "zones").map((number) => zoneOf(plan, number)),
		users,
		told: numbersIn(plan, DESTINATIONS).flatMap((id) => toldPlace(plan, id)),
		delays: {
			exitAway: secondsAt(plan, "exitAway"),
			exitHome: secondsAt(plan, "exitHome"),
			entry: secondsAt(plan, "entry1"),
		},
		messages,
		items: itemsOf(plan, known),
	};
}

const DESTINATIONS = "reporting.destinations";

function zoneOf(plan: Plan, number: number): FittedZone {
	const thing = { part: "zones", id: number };
	return {
		number,
		name: textAt(plan, thing, "name") ?? "",
		type: textAt(plan, thing, "type"),
		rfId: textAt(plan, thing, "rfId"),
		attribute: textAt(plan, thing, "attribute"),
	};
}

function toldPlace(plan: Plan, number: number): readonly ToldPlace[] {
	const thing = { part: DESTINATIONS, id: number };
	const url = textAt(plan, thing, "url");
	if (url === null || url === "") return [];
	const [, scheme = "", address = url] =
		/^([a-z][a-z0-9+.-]*):\/\/(.*)$/.exec(url) ?? [];
	// What stands before the @ is an account at the receiver, and what follows
	// the slash its format: neither says who is told.
	const to = address.slice(address.lastIndexOf("@") + 1).split("/")[0] ?? "";
	return [
		{
			number,
			to,
			by: scheme === "" || scheme === "sms" ? "text" : "receiver",
			level: textAt(plan, thing, "level"),
		},
	];
}

/** Every setting that the site names, in its order, and what is to go. */
function itemsOf(
	{ site, elsewhere }: Plan,
	known: ReadonlyMap<string, Knowledge>,
): readonly HandoverItem[] {
	const item = (path: string, value: string | null): HandoverItem => ({
		path,
		value,
		...(known.get(path) ?? { how: "assumed", at: null }),
		byHand: elsewhere.find((each) => each.path === path)?.code ?? null,
	});
	return [
		...site.settings.map((setting) =>
			item(
				pathOfSetting(setting),
				told(pathOfSetting(setting), setting.value, setting.reference),
			),
		),
		...site.absent.map((thing) => item(pathOfThing(thing), null)),
	];
}

/** A value as paper may have it. */
function told(path: string, value: Value, reference: string | null): string {
	if (isSecret(path)) return MASK;
	return reference ?? withoutAccounts(String(value));
}

/** The numbers of a list's things that are there when the plan was carried out. */
function numbersIn({ site, after }: Plan, part: string): readonly number[] {
	const named = site.settings.flatMap(({ thing }) =>
		thing.part === part && thing.id !== null ? [thing.id] : [],
	);
	const gone = site.absent.flatMap((thing) =>
		thing.part === part ? [thing.id] : [],
	);
	const there =
		after === null
			? []
			: Array.from({ length: LAST_NUMBER }, (_, at) => at + 1).filter(
					(id) => thingIn(after, { part, id }) !== undefined,
				);
	return [...new Set([...named, ...there])]
		.filter((id) => !gone.includes(id))
		.toSorted((a, b) => a - b);
}

const LAST_NUMBER = 99;

/** What the site says of a member, else what the panel has; null where neither is known. */
function textAt(
	{ site, after }: Plan,
	thing: Thing,
	member: string,
): string | null {
	const path = `${pathOfThing(thing)}.${member}`;
	const setting = site.settings.find((each) => pathOfSetting(each) === path);
	if (setting !== undefined)
		return told(path, setting.value, setting.reference);
	const value = after === null ? undefined : valueIn(after, thing, member);
	return value === undefined ? null : told(path, value, null);
}

function secondsAt(plan: Plan, member: string): number | null {
	const text = textAt(plan, { part: "timers", id: null }, member);
	return text !== null && /^[0-9]+$/.test(text) ? Number(text) : null;
}
