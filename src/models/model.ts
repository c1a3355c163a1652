import type { Dialect } from "../../grammar/dialect.ts";
import type { Command } from "../commands/define.ts";
import {
	type BoundCommand,
	boundCommand,
	type Limits,
} from "../derive/bound-command.ts";
import { type Section, stored } from "../panel/stored.ts";

import type { Provenance } from "../spec/provenance.ts";

/** What one product understands, as data. */
export interface Model {
	readonly name: string;
	/** Other products of which the same is true. */
	readonly aliases: readonly string[];
	readonly title: string;
	readonly dialect: Dialect;
	/** What the code in the head of a message is compared with. */
	readonly credential: CredentialKind;
	/** By word, in the order of declaration. */
	readonly commands: ReadonlyMap<string, BoundCommand<Command>>;
	readonly limits: Limits;
	/** Sections of settings that are kept and shown only. */
	readonly sections: readonly Section[];
}

/** The installer's code, any user's PIN, or an access code of the Mobile family. */
export type CredentialKind = "installer-code" | "user-pin" | "access-code";

export interface ModelDeclaration {
	readonly name: string;
	readonly aliases?: readonly string[];
	readonly title: string;
	readonly dialect: Dialect;
	readonly credential: CredentialKind;
	readonly commands: { readonly [P in Provenance]?: readonly Command[] };
	/** Kinds narrower than the fields', by the name of the field. */
	readonly limits: Limits;
}

/** Fits the commands to the model's limits. */
export function defineModel(declaration: ModelDeclaration): Model {
	const { limits, dialect } = declaration;
	const commands = new Map<string, BoundCommand<Command>>();
	for (const provenance of provenances)
		for (const spec of declaration.commands[provenance] ?? []) {
			if (commands.has(spec.word))
				throw new TypeError(`${declaration.name} has ${spec.word} twice`);
			commands.set(spec.word, boundCommand(spec, provenance, limits, dialect));
		}
	const sections = sectionNames.filter((section) =>
		[...commands.values()].some(({ spec }) => spec.stores === section),
	);
	return {
		name: declaration.name,
		aliases: declaration.aliases ?? [],
		title: declaration.title,
		dialect,
		credential: declaration.credential,
		commands,
		limits,
		sections,
	};
}

const provenances: readonly Provenance[] = [
	"manual",
	"family",
	"inferred",
	"extension",
];

const sectionNames = Object.keys(stored) as readonly Section[];
