import { expect, test } from "vitest";
import { Shell } from "../../support/command-line.ts";

/*
 * Most tests of the command line run it in a thread that has it loaded. What comes
 * of it there is what comes of a process.
 */

test.each([
	[["--help"]],
	[["--version", "--json"]],
	[["check", "PROG 7982 USRS:1,12"]],
	[["text", "PROG 7982 USRS:2,5678,ANNA"]],
	[["config", "show", "--json"]],
	[["replay", "nowhere.jsonl"]],
	[["generate", "--count=20"]],
	[["grammar"]],
	[["chek"]],
])("%j is the same in a thread and in a process", async (args) => {
	const [inThread, inProcess] = [new Shell(), new Shell()];
	for (const shell of [inThread, inProcess]) shell.run(["config", "init"]);
	expect(inThread.run(args)).toEqual(await inProcess.start(args).ended);
});
