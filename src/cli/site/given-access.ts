import type { Model } from "../../models/model.ts";
import type { Access } from "../../plan/access.ts";
import { factoryAccess } from "../../plan/access.ts";
import { Substituted, substituted } from "../../plan/site/substitution.ts";
import { UsageError } from "../line/exit-code.ts";

/**
 * What lets messages in, as the command line or a row of a CSV says it; where they say
 * nothing, the factory's.
 * @throws UsageError where nothing stands for a reference
 */
export function givenAccess(
	model: Model,
	given: {
		readonly keyword?: string | undefined;
		readonly code?: string | undefined;
	},
	secret: (name: string) => string | undefined,
): Access {
	const factory = factoryAccess(model);
	const read = (text: string | undefined, other: string): string => {
		if (text === undefined || text === "") return other;
		const filled = substituted(text, { variable: () => undefined, secret });
		if (filled === null) return text;
		if (filled instanceof Substituted) return filled.text;
		throw new UsageError(`nothing stands for ${filled.missing}`);
	};
	return {
		keyword: read(given.keyword, factory.keyword),
		code: read(given.code, factory.code),
	};
}
