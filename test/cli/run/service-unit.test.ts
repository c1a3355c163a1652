import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../support/folder.ts";

const ANALYZE = "/usr/bin/systemd-analyze";

test.skipIf(!existsSync(ANALYZE))(
	"the unit in docs/service.md is one that systemd understands",
	async () => {
		const text = await readFile(
			new URL("../../../docs/service.md", import.meta.url),
			"utf8",
		);
		const unit = /```ini\n([\s\S]*?)```/.exec(text)?.[1] ?? "";
		expect(unit).toContain("ExecStart=/usr/local/bin/alarmpanel serve ");
		const folder = await temporaryFolder();
		const program = join(folder, "alarmpanel");
		await writeFile(program, "#!/bin/sh\n");
		await chmod(program, 0o755);
		const file = join(folder, "alarmpanel.service");
		await writeFile(file, unit.replace("/usr/local/bin/alarmpanel", program));
		const { stdout, stderr } = await promisify(execFile)(ANALYZE, [
			"verify",
			"--man=no",
			"--recursive-errors=no",
			file,
		]);
		expect([stdout, stderr]).toEqual(["", ""]);
	},
);
