import { expect, test } from "vitest";
import yargs from "yargs";
import { positionalsOf } from "../../../src/cli/line/unheeded.ts";
import { globalOptions } from "../../../src/cli/line/verb.ts";
import { verbs } from "../../../src/cli/verbs.ts";
import { typed } from "../../support/typed-verb.ts";

const loaded = await Promise.all(
	verbs.map(async (listed) => ({ listed, verb: await listed.load() })),
);
const withActions = loaded.filter(
	({ listed }) => positionalsOf(listed.command)[0] === "action",
);
type Loaded = (typeof loaded)[number];

/** Every option, with every action that does not read it. */
const strays = withActions.flatMap((each) =>
	Object.entries(each.verb.actions).flatMap(([action, { options = [] }]) =>
		ownOptions(each)
			.filter(({ option }) => !options.includes(option))
			.map(({ option, value }) => ({
				name: each.listed.name,
				action,
				option,
				value,
				words: wordsOf(each, action),
			})),
	),
);

test("there are verbs with actions, and options that not all of them read", () => {
	expect(withActions.map(({ listed }) => listed.name)).toEqual([
		...["report", "audit", "site", "config"],
		...["people", "otp", "modem", "dialect"],
	]);
	expect(strays.length).toBeGreaterThan(60);
});

test.each(withActions)(
	"$listed.name has no option that none of its actions reads, and they no other",
	(each) => {
		const read = Object.values(each.verb.actions).flatMap(
			({ options = [] }) => options,
		);
		const own = ownOptions(each).map(({ option }) => option);
		expect([...new Set(read)].toSorted()).toEqual(own.toSorted());
	},
);

test.each(strays)(
	"$name $action refuses --$option",
	async ({ name, action, option, value, words }) => {
		const typedSo = [action, ...words, `--${option}`, ...value];
		const { code, stdout, stderr } = await typed(name, typedSo);
		expect([code, stdout]).toEqual([1, ""]);
		expect(stderr).toMatch(
			new RegExp(
				`^alarmpanel: ${name} ${action} takes no --${option}; ${name} .+ do(es)?\n`,
			),
		);
	},
);

test.each([
	[
		"config",
		["show", "--model", "cr200"],
		"config show takes no --model; config init and config schema do",
	],
	[
		"config",
		["get", "timers", "zones"],
		"write config get PATH, as config get timers.exitAway",
	],
	[
		"config",
		["check", "house.json"],
		"config check takes no house.json; the file is named by --config",
	],
	["people", ["list", "Anna"], "people list takes no Anna; it lists all"],
	["people", ["remove"], "write people remove WHO, as people remove Anna"],
])("%s %j", async (name, args, message) => {
	expect(await typed(name, args)).toEqual({
		code: 1,
		stdout: "",
		stderr: `alarmpanel: ${message}\nalarmpanel --help says more\n`,
	});
});

test.each([
	["plan", ["site.yaml", "-c", "a"], "; --from names the panel's file"],
	["apply", ["site.yaml", "--config", "a"], "; --from names the panel's file"],
	["handover", ["a.yaml", "-c=a"], "; --from names the panel's file"],
	["import", ["a.json", "-c", "b.json"], "; import FILE names it"],
	["modem", ["ports", "-c", "a"], ""],
	["pdu", ["00", "--config=a"], ""],
	["config", ["schema", "-c", "a"], ""],
	["config", ["diff", "a", "b", "-c", "c"], "; both files are named"],
])("%s %j reads no panel's file", async (name, args, instead) => {
	const action = name === "config" ? ` ${args[0]}` : "";
	expect(await typed(name, args)).toEqual({
		code: 1,
		stdout: "",
		stderr: `alarmpanel: ${name}${action} takes no --config${instead}\nalarmpanel --help says more\n`,
	});
});

// Helpers

/** What a verb declares of its own, and a value that fits; none for a switch. */
function ownOptions({ listed, verb }: Loaded) {
	const declared = declaredBy((line) => verb.declareOn(line));
	const others = [
		...Object.keys(declaredBy(() => {}).key),
		...positionalsOf(listed.command),
	];
	return Object.keys(declared.key)
		.filter((option) => !others.includes(option))
		.map((option) => ({
			option,
			value: declared.boolean.includes(option)
				? []
				: [declared.choices[option]?.[0] ?? "1"],
		}));
}

function declaredBy(declare: (line: ReturnType<typeof globalOptions>) => void) {
	const line = globalOptions(yargs([]));
	declare(line);
	if (!("getOptions" in line) || typeof line.getOptions !== "function")
		throw new TypeError("yargs tells its options no more");
	const { key, boolean, choices } = line.getOptions();
	return { key, boolean, choices } as {
		readonly key: object;
		readonly boolean: readonly string[];
		readonly choices: Readonly<Record<string, readonly string[]>>;
	};
}

/** As many words as an action needs. */
function wordsOf({ verb }: Loaded, action: string): readonly string[] {
	const [form = ""] = verb.actions[action]?.words ?? [];
	return form.split(" ").flatMap((word) => (/^\w/.test(word) ? ["1"] : []));
}
