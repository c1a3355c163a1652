import { initialValues, type ValuesOf } from "../../parameters/field-group.ts";
import { remoteOptionFields } from "./fields/remote.ts";
import { asTyped, type Numbering } from "./phone-number.ts";

/**
 * Who may control the panel from afar and how; `remote` in the configuration
 * file. With an empty list nobody may.
 */
export interface RemoteAccess extends RemoteOptions {
	/** Sorted by id. */
	readonly people: readonly Person[];
}

/** All of it but the people. */
export interface RemoteOptions extends ValuesOf<typeof remoteOptionFields> {
	/** ISO 3166-1 alpha-2, for numbers in national form; "" for none. */
	readonly country: string;
	/** What differs from the words' defaults. */
	readonly confirmation: readonly WordConfirmation[];
	readonly aliases: readonly Alias[];
	/** USSD code that CREDIT asks with; "" for none. */
	readonly creditCode: string;
	/** What a script message has to name; "" for none: no scripts then. */
	readonly scriptSecret: string;
	readonly scripts: readonly Script[];
	readonly questions: readonly Question[];
}

export interface Person {
	readonly id: number;
	readonly name: string;
	/** As normalised when they were added; the first one gets the notices. */
	readonly numbers: readonly string[];
	/** Number of the panel's user whose PIN this person has; 0 is none. */
	readonly user: number;
	readonly can: readonly Right[];
	readonly enabled: boolean;
	readonly notices: readonly NoticeKind[];
	/** Base32; "" for none. */
	readonly otpKey: string;
	/** "" is the panel's. */
	readonly language: "" | Language;
}

export type Language = "en" | "fr" | "es";
export type Right =
	| "arm"
	| "disarm"
	| "bypass"
	| "status"
	| "program"
	| "script";
export type NoticeKind = "results" | "alarms" | "troubles";
export type Confirmation = "none" | "pin" | "code";

export interface WordConfirmation {
	readonly word: PlainWord;
	readonly by: Confirmation;
}

/** Another word for a plain word. */
export interface Alias {
	/** In capitals. */
	readonly alias: string;
	readonly word: PlainWord;
}

/** A list of the panel's own commands. */
export interface Script {
	readonly name: string;
	readonly lines: readonly string[];
}

/** A question in the owner's words. */
export interface Question {
	readonly asked: string;
	/** A template over the panel's state. */
	readonly answer: string;
	/** Ids of those who get an answer; empty is everybody listed. */
	readonly people: readonly number[];
}

/** The words that people text, in the order in which HELP lists them. */
export const plainWords = [
	"STATUS",
	"ZONES",
	"ARM",
	"ARM FORCE",
	"ARM AT",
	"ARM CANCEL",
	"HOME",
	"DISARM",
	"MUTE",
	"BYPASS",
	"UNBYPASS",
	"LOG",
	"CREDIT",
	"HELP",
	"SMS DISABLE",
] as const;

export type PlainWord = (typeof plainWords)[number];

/** Most people that a panel knows. */
export const PEOPLE = 20;
/** Most numbers of one person. */
export const NUMBERS = 5;

export const everyNotice: readonly NoticeKind[] = [
	"results",
	"alarms",
	"troubles",
];

// In the configuration the remote switch stands first and the people next.
const { enabled, ...others } = initialValues(remoteOptionFields);

/** Nobody may do anything yet. */
export const nobody: RemoteAccess = {
	enabled,
	people: [],
	country: "",
	...others,
	confirmation: [],
	aliases: [],
	creditCode: "",
	scriptSecret: "",
	scripts: [],
	questions: [],
};

/**
 * The person whose phone it is, enabled or not; undefined where no person has the
 * number. A withheld number is nobody's.
 *
 * @param numbering how numbers are brought into one form; as typed where the
 *   panel has no country
 */
export function personOf(
	{ people }: Pick<RemoteAccess, "people">,
	from: string,
	numbering: Numbering = asTyped,
): Person | undefined {
	if (from === "" || people.length === 0) return undefined;
	const exact = holders(people, asTyped).get(from);
	if (exact !== undefined) return exact;
	const normal = numbering.normal(from);
	return normal === "" ? undefined : holders(people, numbering).get(normal);
}

/** A person by number or by name; undefined where nobody is meant. */
export function personNamed(
	remote: Pick<RemoteAccess, "people">,
	who: string,
	numbering: Numbering = asTyped,
): Person | undefined {
	return (
		personOf(remote, who, numbering) ??
		remote.people.find(({ name }) => sameName(name, who))
	);
}

/** Whether a person may do something, the remote switch left aside. */
export function mayDo(person: Person | undefined, right: Right): boolean {
	return person?.enabled === true && person.can.includes(right);
}

/** In which language a person is answered. */
export function languageOf(
	remote: Pick<RemoteAccess, "language">,
	person: Person | undefined,
): Language {
	return person === undefined || person.language === ""
		? remote.language
		: person.language;
}

/** Whether two names would be taken for one. */
export function sameName(a: string, b: string): boolean {
	return a.trim().toLowerCase() === b.trim().toLowerCase();
}

type Holders = ReadonlyMap<string, Person>;

/** People by number. A list never changes, so each is read once. */
const known = new WeakMap<readonly Person[], Map<Numbering, Holders>>();

function holders(people: readonly Person[], numbering: Numbering): Holders {
	const of = known.get(people) ?? new Map<Numbering, Holders>();
	known.set(people, of);
	const there = of.get(numbering);
	if (there !== undefined) return there;
	const made = new Map<string, Person>();
	for (const person of people)
		for (const number of person.numbers) {
			const normal = numbering.normal(number);
			// The first one holds it: no file has a number twice.
			if (normal !== "" && !made.has(normal)) made.set(normal, person);
		}
	of.set(numbering, made);
	return made;
}
