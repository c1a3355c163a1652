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

test.each(["transcript", "json-lines"])("--convert %s says so too", (form) => {
	const converted = (text: string, ...args: string[]) =>
		replayed(text, "--convert", form, ...args);
	const none =
		"nothing was converted: no conversation has fsat in its id, or as a tag\n";
	expect(converted(one, "--filter", "fsat")).toEqual([1, none]);
	expect(converted(one, "--filter", "fsat", "--shard", "1/2")).toEqual([
		0,
		none,
	]);
	expect(converted(one, "--filter", "fast")).toEqual([0, ""]);
	expect(converted("# none yet\n")).toEqual([
		0,
		"nothing was converted: there is no conversation\n",
	]);
	const shards = [1, 2].map((at) => converted(one, "--shard", `${at}/2`));
	expect(shards.toSorted()).toEqual([
		[0, ""],
		[0, "nothing was converted: there is no conversation in this shard\n"],
	]);
	// A line that cannot be read comes first.
	const [status, stderr] = converted("> x\nwhat\n", "--filter", "fsat");
	expect([status, stderr]).toEqual([
		2,
		expect.stringMatching(/^a\.smst:2:1: line: begins with/),
	]);
	expect(stderr).not.toContain("nothing was");
});

test("--shrink and --against say so too, before a text is sent", () => {
	const none =
		"nothing was run: no conversation has fsat in its id, or as a tag\n";
	const modem = ["--against", "tcp://127.0.0.1:1", "--number", "+15550100"];
	for (const how of [["--shrink"], modem]) {
		expect(replayed(one, ...how, "--filter", "fsat")).toEqual([1, none]);
		const [status, stderr] = replayed("> x\nwhat\n", ...how);
		expect([status, stderr]).toEqual([
			2,
			expect.stringMatching(/^a\.smst:2:1: line: begins with/),
		]);
		expect(stderr).not.toContain("passes");
	}
	expect(
		replayed(one, "--against", "tcp://127.0.0.1:1", "--number", "1 2"),
	).toEqual([
		1,
		'alarmpanel: --number: "1 2" is no number: a space cannot be dialled; write it like +15550101\nalarmpanel replay --help says more\n',
	]);
	const shards = [1, 2].map((at) =>
		replayed(one, ...modem, "--shard", `${at}/2`),
	);
	expect(shards.toSorted()).toEqual([
		[0, "nothing was run: there is no conversation in this shard\n"],
		[3, expect.stringContaining("sending 1 text to +15550100")],
	]);
});
