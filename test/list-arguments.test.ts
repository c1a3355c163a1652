import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";

const root = new URL("..", import.meta.url).pathname;

/**
 * Calls whose arguments are a list of any length. V8 puts arguments on the stack,
 * and some 120,000 of them are a RangeError: a list that came from outside ends
 * the process.
 */
const lists =
	/(\.(push|unshift|splice|toSpliced|concat)|Math\.(min|max)|fromCharCode|fromCodePoint|\w\.of)\((?:[^()[\]{}]|\([^()]*\))*?\.\.\./g;

/** Files whose lists have an end that we set: columns of a table, commands, parameters, what waits in the panel. */
const bounded = [
	"src/cli/modem/modem-inbox.ts",
	"src/cli/modem/pdu.ts",
	"src/commands/cr200/pin-query.ts",
	"src/commands/plain/one-sms.ts",
	"src/commands/plain/phrase.ts",
	"src/firmware/outbox/next.ts",
	"src/firmware/respond-to-mail.ts",
	"src/panel/reporting/notices.ts",
	"src/panel/reporting/outgoing-texts.ts",
	"src/panel/state/deadlines.ts",
	"src/parameters/kinds/integer.ts",
	"src/views/check-report.ts",
	"src/views/describe-commands.ts",
];

function sources(folder: string): string[] {
	return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
		.filter((name) => name.endsWith(".ts"))
		.map((name) => relative(root, join(root, folder, name)));
}

/** The calls of a text that take a list of any length as arguments. */
function callsWithLists(text: string): string[] {
	return Array.from(text.matchAll(lists), ([call]) => call);
}

test("no list from outside becomes the arguments of a call", () => {
	const found = [...sources("src"), ...sources("grammar")]
		.filter((file) => !bounded.includes(file))
		.flatMap((file) =>
			callsWithLists(readFileSync(join(root, file), "utf8")).map(
				(call) => `${file}: ${call}`,
			),
		);
	expect(found).toEqual([]);
});

test.each([
	["found.push(...draft.found())", 1],
	["held.splice(0, held.length, ...kept)", 1],
	["Math.min(first, ...others)", 1],
	["Math.max(0, ...rows.map((row) => row.length))", 1],
	["Uint8Array.of(...septets, 13)", 1],
	["found.push([...one, ...two])", 0],
	["for (const each of draft.found()) found.push(each)", 0],
])("%s: %i", (text, count) => {
	expect(callsWithLists(text).length).toBe(count);
});
