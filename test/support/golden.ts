/** Messages of other makers' panels as their manuals print them, or as we read them, and panels for them. */
import type { Model } from "../../src/models/model.ts";
import { modelNamed } from "../../src/models/models.ts";
import type { PanelState } from "../../src/panel/state/state.ts";
import type { LanguageSettings } from "../../src/panel/state/stored.ts";
import vectors from "../models/vectors/dialect-messages.json" with {
	type: "json",
};
import { fresh } from "./texting.ts";

export interface GoldenMessage {
	readonly dialect: string;
	/** With this code it is right; null where it needs none. */
	readonly code?: string | null;
	readonly message: string;
	/** What it says; null where it cannot be read. */
	readonly calls: readonly GoldenCall[] | null;
	readonly kw?: string;
	readonly confirm?: boolean;
	/** Names of the commands; left out where it is none. */
	readonly cmd?: readonly string[];
	readonly fault?: string;
	readonly wrongCode?: boolean;
	/** The reply; null is silence, `n/s` is printed nowhere. */
	readonly reply: string | null;
	/** What has to be so for the reply. */
	readonly given?: string;
}

export interface GoldenCall {
	readonly word: string;
	readonly index: string | null;
	readonly ask: boolean;
	readonly slots: readonly string[];
}

export const goldenMessages = vectors as readonly GoldenMessage[];

/** What has to be so for the reply: the words of the vectors as settings, or as a message before. */
const conditions: {
	readonly [words: string]: {
		readonly settings?: LanguageSettings;
		readonly before?: string;
	};
} = {
	"nothing is armed": {},
	"input 1 at rest": {},
	"unlocked by the owner": { settings: { lock: "OFF" } },
	armed: { before: "000000ARM" },
	"the number is listed": { settings: { user1: "+15550101" } },
	"number 3 set": { settings: { phone3: "008613512345678-1-1" } },
	"Contact ID": {},
	"house name JOHN'S HOME": { settings: { house: "JOHN'S HOME" } },
};

export function modelOf({ dialect }: GoldenMessage): Model {
	const model = modelNamed(dialect);
	if (model === undefined) throw new Error(`there is no ${dialect}`);
	return model;
}

/** A panel for a message, and the message that has to come before. */
export interface GoldenPanel {
	readonly state: PanelState;
	readonly before: string | null;
}

/** A panel whose every role has the message's code, where that is right, and at which all is so. */
export function panelFor(golden: GoldenMessage): GoldenPanel {
	const { code = null, wrongCode, given = "nothing is armed" } = golden;
	const condition = conditions[given];
	if (condition === undefined) throw new Error(`what is so if ${given}?`);
	const { settings = {}, before = null } = condition;
	const model = modelOf(golden);
	const state = fresh(model);
	const codes =
		code === null || wrongCode === true
			? []
			: (model.language?.file.roles ?? []).map((role) => [role.code, code]);
	const language = {
		...state.stored.language,
		...Object.fromEntries(codes),
		...settings,
	};
	return { state: { ...state, stored: { language } }, before };
}
