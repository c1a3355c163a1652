import type { Dialect } from "../../grammar/message/dialect.ts";
import type { Command } from "../commands/define.ts";
import type { Replies } from "../commands/replies.ts";
import {
	type BoundCommand,
	boundCommand,
	type Limits,
} from "../derive/bound-command.ts";
import {
	type ModelSection,
	type Section,
	stored,
} from "../panel/state/stored.ts";
import type { Provenance } from "../parameters/provenance.ts";
import type { MessageLanguage } from "./language/language.ts";
import { type ReplyTemplates, replyTemplates } from "./reply-template.ts";

/** What one product understands, as data. */
export interface Model {
	readonly name: string;
	/** Other products of which the same is true. */
	readonly aliases: readonly string[];
	readonly title: string;
	readonly dialect: Dialect;
	/** What the code in the head of a message is compared with. */
	readonly credential: CredentialKind;
	/** By word, in the order of declaration, without plain words. */
	readonly commands: ReadonlyMap<string, ModelCommand>;
	/** What it answers where no command has words of its own. */
	readonly replies: ReplyTemplates;
	/** A harmless command that shows that the panel answers; null where there is none. */
	readonly probe: ModelCommand | null;
	readonly limits: Limits;
	/** What the file of another maker's language says; null where commands are code. */
	readonly language: MessageLanguage | null;
	/** Sections of settings that are kept and shown only. */
	readonly sections: readonly ModelSection[];
}

/** A command as one model has it, and what the model answers to it. */
export interface ModelCommand extends BoundCommand<Command> {
	readonly replies: ReplyTemplates;
}

/**
 * The installer's code, any user's PIN, an access code of the Mobile family, or the
 * codes that the file of a language names.
 */
export type CredentialKind =
	| "installer-code"
	| "user-pin"
	| "access-code"
	| "language-code";

export interface ModelDeclaration {
	readonly name: string;
	readonly aliases?: readonly string[];
	readonly title: string;
	readonly dialect: Dialect;
	readonly credential: CredentialKind;
	readonly commands: { readonly [P in Provenance]?: readonly Command[] };
	readonly replies: Replies;
	/** The word of the probe, which is one of the commands. */
	readonly probe: string | null;
	/** Kinds narrower than the fields', by the name of the field. */
	readonly limits: Limits;
}

/**
 * Fits the commands to the model's limits and replies.
 *
 * @throws TypeError for a slip in the declaration
 */
export function defineModel(declaration: ModelDeclaration): Model {
	const { name, limits, dialect } = declaration;
	const replies = replyTemplates(declaration.replies);
	const commands = new Map<string, ModelCommand>();
	for (const provenance of provenances)
		for (const spec of declaration.commands[provenance] ?? []) {
			if (commands.has(spec.word))
				throw new TypeError(`${name} has ${spec.word} twice`);
			commands.set(spec.word, {
				...boundCommand(spec, provenance, limits, dialect),
				replies:
					spec.replies === undefined
						? replies
						: replyTemplates({ ...declaration.replies, ...spec.replies }),
			});
		}
	const sections = sectionNames.filter((section) =>
		[...commands.values()].some(({ spec }) => spec.stores === section),
	);
	const probe =
		declaration.probe === null ? null : commands.get(declaration.probe);
	if (probe === undefined)
		throw new TypeError(`${name} has no ${declaration.probe} to probe with`);
	return {
		name,
		aliases: declaration.aliases ?? [],
		title: declaration.title,
		dialect,
		credential: declaration.credential,
		commands,
		replies,
		probe,
		limits,
		language: null,
		sections,
	};
}

const provenances: readonly Provenance[] = [
	"manual",
	"family",
	"observed",
	"inferred",
	"extension",
];

const sectionNames = Object.keys(stored) as readonly Section[];
