import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Shell } from "../../support/command-line.ts";

function replayed(text: string, ...args: string[]) {
	const shell = new Shell();
	writeFileSync(shell.path("a.smst"), text);
	const { status, stderr } = shell.run(["replay", "a.smst", ...args]);
	return [status, stderr];
}

const one = "id one\ntags fast\n> PROG 7982 ECHO:\n< ECHO:OK\n";

test("a filter that nothing fits is wrong usage", () => {
	const none =
		"nothing was run: no conversation has fsat in its id, or as a tag\n";
	expect(replayed(one, "--filter", "fsat")).toEqual([1, none]);
	expect(replayed(one, "--filter", "fsat", "--shard", "1/2")).toEqual([
		0,
		none,
	]);
	expect(replayed(one, "--filter", "fast")).toEqual([0, ""]);
});

test("a corpus without conversations is said to have none", () => {
	const none = "nothing was run: there is no conversation\n";
	expect(replayed("# none yet\n")).toEqual([0, none]);
	expect(replayed("# none yet\n", "--shard", "1/2")).toEqual([
		0,
		"nothing was run: there is no conversation in this shard\n",
	]);
	const [status, stderr] = replayed("> x\nwhat\n", "--filter", "fsat");
	expect([status, stderr]).toEqual([2, ""]);
});
