/*
 * Tells Stryker what in src/panel/ is wording or declaration and no logic.
 * Everything else, codes and words of the event log included, is mutated.
 */

/** Positions of arguments that are sentences, or say whose word a rule is. */
const wordingArguments = {
	// state, code, message, parameter, hint
	refused: [2, 4],
	// code, message, start, end, hint
	fault: [1, 4],
	// cells, source, inferred, reason, alarm
	row: [1, 2, 3],
	// kind, source, inferred
	always: [1, 2],
	// label, kind, initial, help; what a number means: declarations, whole
	field: [0],
	choice: [0],
	// the words, their opposite, then help
	signal: [2],
	device: [3],
	panel: [3],
	power: [3],
};

const wordingProperties = new Set([
	"end",
	"help",
	"label",
	"meaning",
	"provenance",
	"reason",
	"source",
]);

/** @returns why a node is not to be mutated, undefined where it is */
function shouldIgnore({ node, parent, key, listKey }) {
	if (
		parent?.type === "CallExpression" &&
		listKey === "arguments" &&
		wordingArguments[parent.callee.name]?.includes(key)
	)
		return `wording of ${parent.callee.name}()`;
	if (
		parent?.type === "ObjectProperty" &&
		key === "value" &&
		(node.type === "StringLiteral" || node.type === "TemplateLiteral") &&
		wordingProperties.has(parent.key.name)
	)
		return `wording of ${parent.key.name}`;
	return undefined;
}

export const strykerPlugins = [
	{ kind: "Ignore", name: "wording", value: { shouldIgnore } },
];
