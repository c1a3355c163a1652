import { expect, test } from "vitest";
import { Shell } from "../../support/command-line.ts";

test("a step at a zone without a device is not done: exit code 4", () => {
	const shell = new Shell();
	shell.run(["config", "init"]);
	for (const step of ["open", "battery low"])
		expect(shell.run(["do", "zone", "3", ...step.split(" ")])).toEqual({
			status: 4,
			stdout:
				"refused: zone 3 has no device (a device is added with DEAN, or learned at the panel)\n",
			stderr: "",
		});
	shell.run(["text", "PROG 7982 DEAN:1,3,0123456789,Kitchen"]);
	expect(shell.run(["do", "zone", "3", "open"])).toEqual({
		status: 0,
		stdout: "done; the panel does nothing about it\n",
		stderr: "",
	});
});
