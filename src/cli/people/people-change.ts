import { shellWord } from "../../../grammar/message/shell-word.ts";
import type { RemoteChange } from "../../device/control/remote-change.ts";
import type { PanelToChange } from "../../device/file/change-at-panel-file.ts";
import { fields } from "../../panel/state/fields.ts";
import { find } from "../../panel/state/numbered.ts";
import {
	type NoticeKind,
	type Person,
	personNamed,
	personOf,
	type Right,
	sameName,
} from "../../panel/state/remote-access.ts";
import type { PanelState } from "../../panel/state/state.ts";
import type { Field } from "../../parameters/field.ts";
import { Misfit, type Value } from "../../parameters/kind.ts";
import { personLine } from "../../views/people-text.ts";
import { personWarnings } from "../../views/person-warnings.ts";
import { UsageError } from "../line/exit-code.ts";

/** A change that was asked for, and the texts that report it. */
export interface WantedChange {
	readonly change: RemoteChange;
	/** The answer, once it is done. */
	done(after: PanelState): string;
	/** What is unwise after the change. */
	warnings(after: PanelState): readonly string[];
}

/** What `people add` is given besides the number. */
export interface GivenPerson {
	readonly name?: string | undefined;
	readonly user?: number | undefined;
	readonly can?: string | undefined;
	readonly number?: readonly string[] | undefined;
	readonly language?: "en" | "fr" | "es" | undefined;
	readonly notices?: string | undefined;
}

/**
 * Adds a person, or changes the person who has the number. What is not given stays.
 * @throws UsageError for values that no person can have
 */
export function addition(
	{ state, numbering }: PanelToChange,
	first: string | undefined,
	given: GivenPerson,
): WantedChange {
	if (first === undefined)
		throw new UsageError("whose number? people add +33612345678 --name Anna");
	const typed = [first, ...(given.number ?? [])];
	const numbers = typed.map((text) => {
		const number = numbering.normal(
			readValue(fields.personPhone, text, "number"),
		);
		if (number === "") throw new UsageError("number: this is blank");
		return number;
	});
	const known = personOf(state.remote, first, numbering);
	if (known === undefined && given.name === undefined)
		throw new UsageError(`whose is ${first}? Add --name NAME`);
	const { name, user, can, language, notices } = given;
	const isOther =
		known !== undefined && name !== undefined && !sameName(name, known.name);
	const change: RemoteChange = {
		type: "set-person",
		// Another name means another person: the panel then refuses the number.
		person: known === undefined || isOther ? null : known.id,
		name:
			name === undefined
				? undefined
				: readValue(fields.personName, name.trim(), "name"),
		numbers: [
			...new Set([...(isOther ? [] : (known?.numbers ?? [])), ...numbers]),
		],
		user:
			user === undefined
				? undefined
				: readValue(fields.personUser, String(user), "user"),
		can:
			can === undefined
				? undefined
				: listed<Right>(fields.personRight, can, "right"),
		language,
		notices:
			notices === undefined
				? undefined
				: listed<NoticeKind>(fields.personNotice, notices, "notice"),
	};
	const added = (after: PanelState) => personOf(after.remote, numbers[0] ?? "");
	return {
		change,
		done(after) {
			const person = added(after);
			return person === undefined ? "" : personLine(person);
		},
		warnings(after) {
			const person = added(after);
			if (person === undefined) return [];
			return personWarnings(after, person).map(({ message }) => message);
		},
	};
}

/**
 * Gives a user a PIN, and makes the user where there is none.
 * @throws UsageError for what is no user or no PIN
 */
export function userWithPin(
	user: number | undefined,
	pin: string,
): RemoteChange {
	if (user === undefined)
		throw new UsageError("--pin: whose? --user names the panel's user");
	return {
		type: "set-user",
		user: readValue(fields.userNumber, String(user), "user"),
		pin: readValue(fields.userPin, pin, "pin"),
	};
}

/**
 * Removes a person, or switches one, or everybody, on or off.
 * @throws UsageError where nobody is meant
 */
export function change(
	{ state, numbering }: PanelToChange,
	action: "remove" | "enable" | "disable",
	who: string | undefined,
): WantedChange {
	const nothing = () => [];
	if (who === undefined) {
		if (action === "remove")
			throw new UsageError("whom? people remove NUMBER or NAME");
		const enabled = action === "enable";
		return {
			change: { type: "set-remote", remote: { enabled } },
			done: () => `the remote switch is ${enabled ? "on" : "off"}`,
			warnings: nothing,
		};
	}
	const person = personNamed(state.remote, who, numbering);
	if (person === undefined) throw new UsageError(nobodyLike(state, who));
	const { id, name } = person;
	if (action === "remove")
		return {
			change: { type: "remove-person", person: id },
			done: () => `${name} is no longer on the list`,
			warnings: nothing,
		};
	return {
		change: { type: "set-person", person: id, enabled: action === "enable" },
		done: (after) => personLine(find(after.remote.people, id) ?? person),
		warnings: nothing,
	};
}

/** @throws UsageError where nobody has this number or name */
export function personMeant(
	{ state, numbering }: PanelToChange,
	who: string,
): Person {
	const person = personNamed(state.remote, who, numbering);
	if (person === undefined) throw new UsageError(nobodyLike(state, who));
	return person;
}

function nobodyLike({ remote: { people } }: PanelState, who: string): string {
	return people.length === 0
		? `nobody is on the list; alarmpanel people add ${shellWord(who)} --name NAME adds a person`
		: `${who} is not on the list; it has ${people.map(({ name }) => name).join(", ")}`;
}

/** @throws UsageError with the field's rule */
function readValue<T extends Value>(
	field: Field<T>,
	text: string,
	what: string,
): T {
	const value = field.kind.read(text);
	if (!(value instanceof Misfit)) return value;
	const { found, hint } = value;
	throw new UsageError(
		`${what}: ${field.kind.rule}, ${found}${hint === null ? "" : ` (${hint})`}`,
	);
}

/** Words separated by commas; `none` is the empty list. */
function listed<T extends Value>(
	field: Field<T>,
	text: string,
	what: string,
): T[] {
	const words = text
		.split(",")
		.map((word) => word.trim())
		.filter((word) => word !== "");
	if (words.length === 1 && words[0] === "none") return [];
	return [
		...new Set(
			words.map((word) => {
				const value = field.kind.read(word);
				if (value instanceof Misfit)
					throw new UsageError(
						`there is no ${what} ${word}; there are ${wordsOf(field)}`,
					);
				return value;
			}),
		),
	];
}

function wordsOf({ kind: { shape } }: Field): string {
	return shape.type === "choice"
		? shape.options.map(({ text }) => text).join(", ")
		: "";
}
