import {
	Alternation,
	Alternative,
	type IProduction,
	NonTerminal,
	Option,
	Repetition,
} from "chevrotain";

/**
 * What Chevrotain recorded of a rule, with the rules that it calls in their places: a
 * grammar that is made from a file has a rule for each of its parts, and no name that
 * says anything for one. It must not call itself.
 */
export function inlined(
	definition: readonly IProduction[],
): readonly IProduction[] {
	return definition.map((production) => {
		if (production instanceof NonTerminal)
			return new Alternative({
				definition: [...inlined(production.referencedRule.definition)],
			});
		if (production instanceof Alternation)
			return new Alternation({
				definition: production.definition.map(
					(way) =>
						new Alternative({
							definition:
								way instanceof Alternative
									? [...inlined(way.definition)]
									: [way],
						}),
				),
			});
		if (production instanceof Alternative)
			return new Alternative({
				definition: [...inlined(production.definition)],
			});
		if (production instanceof Option)
			return new Option({ definition: [...inlined(production.definition)] });
		if (production instanceof Repetition)
			return new Repetition({
				definition: [...inlined(production.definition)],
			});
		return production;
	});
}
