import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readChannelRule } from "../../src/network/channel-text.ts";
import { magicRules } from "../../src/network/magic-numbers.ts";

const docs = readFileSync(
	new URL("../../docs/conversations.md", import.meta.url),
	"utf8",
);
/** The rows of the documentation's table of numbers: a number and its rule. */
const rows = Array.from(
	docs.matchAll(/^\| `(\+\d+)` \| `([^`]+)`/gm),
	([, number = "", rule = ""]) => [number, rule] as const,
);

test("the documentation names each number that has an effect of its own", () => {
	const numbers = magicRules.map(({ from, to }) => from ?? to);
	expect(rows.map(([number]) => number)).toEqual(numbers);
});

test.each(rows)("the effect of %s is documented as %s", (number, rule) => {
	const known = magicRules.find(({ from, to }) => (from ?? to) === number);
	const read = readChannelRule(rule);
	expect(read.ok && read.rule.effect).toEqual(known?.effect);
});

test.each(["deaf", "port-gone", "storage-full", "no-registration"])(
	"the documentation says what the rule %s does",
	(kind) => {
		expect(docs).toContain(`\`${kind}\`: `);
		expect(docs).toContain(`\`${kind} 1m\``);
	},
);

test("the examples and the documentation use other numbers for their phones", () => {
	const numbers = magicRules.map(({ from, to }) => `${from ?? to}`);
	const others = docs
		.split("\n")
		.filter((line) => !line.startsWith("| `+1555"))
		.join("\n");
	const example = readFileSync(
		new URL("../../examples/panel.node-test.mjs", import.meta.url),
		"utf8",
	);
	const used = numbers.filter((number) =>
		[others, example].some((text) => text.includes(number)),
	);
	expect(used).toEqual([]);
});
