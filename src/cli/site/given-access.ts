import { impossibleAccess } from "../../firmware/answer/never-done.ts";
import type { Model } from "../../models/model.ts";
import type { Access } from "../../plan/access.ts";
import { factoryAccess } from "../../plan/access.ts";
import { Substituted, substituted } from "../../plan/site/substitution.ts";
import { InputError, UsageError } from "../line/exit-code.ts";

/** What lets messages in, as somebody says it; a text may hold references. */
export interface SaidAccess {
	readonly keyword?: string | undefined;
	readonly code?: string | undefined;
}

/**
 * What lets messages in, as the command line or a row of a CSV says it; where they say
 * nothing, the factory's.
 * @throws UsageError where nothing stands for a reference, and for what no panel has
 */
export function givenAccess(
	model: Model,
	given: SaidAccess,
	secret: (name: string) => string | undefined,
): Access {
	const factory = factoryAccess(model);
	const read = (text: string | undefined, other: string): string => {
		if (text === undefined || text === "") return other;
		const filled = substituted(text, { variable: () => undefined, secret });
		if (filled === null) return text;
		if (filled instanceof Substituted) return filled.text;
		throw new UsageError(filled.fault);
	};
	const access = {
		keyword: read(given.keyword, factory.keyword),
		code: read(given.code, factory.code),
	};
	const fault = impossibleAccess(model, access);
	if (fault !== null) throw new UsageError(fault);
	return access;
}

/**
 * One of many sites says its own code where nothing else tells it: the factory's would
 * be tried at every panel.
 * @throws InputError
 */
export function refuseWithoutCode(code: string | undefined): void {
	if (!code)
		throw new InputError(
			"it has no code of its own: a column `code` says what lets messages in",
		);
}
