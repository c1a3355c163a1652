import { expect, test } from "vitest";
import { Shell } from "../support/command-line.ts";

test("a panel that is stopped is given up after a while", async () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	const serve = shell.start(["serve"]);
	await serve.until("channel seed");
	serve.child.kill("SIGSTOP");
	expect(shell.run(["text", "PROG 7982 ECHO:"])).toEqual({
		status: 3,
		stdout: "",
		stderr:
			"alarmpanel: the running panel does not answer within 10 s; it may still do this later\n",
	});
	serve.child.kill("SIGCONT");
	serve.child.kill("SIGTERM");
	expect((await serve.ended).status).toBe(0);
});
