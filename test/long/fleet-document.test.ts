import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished } from "vitest";
import { clients, testWith } from "../clients/support/installed.ts";
import { COMMAND } from "../support/command-line.ts";
import { temporaryFolder } from "../support/folder.ts";
import { startRedis } from "../support/redis.ts";

const WRITTEN = "redis://127.0.0.1:6379";

testWith(
	[clients.redis],
	"what docs/fleet.md types prints what stands there",
	async () => {
		const folder = await temporaryFolder();
		const redis = await startRedis(folder);
		onTestFinished(() => redis.stop());
		mkdirSync(join(folder, "bin"));
		const command = join(folder, "bin/alarmpanel");
		writeFileSync(
			command,
			`#!/bin/sh\nexec "${process.execPath}" "${COMMAND}" "$@"\n`,
		);
		chmodSync(command, 0o755);
		const env = {
			...process.env,
			PATH: `${join(folder, "bin")}:${process.env.PATH}`,
			NO_COLOR: "1",
		};
		const options = { cwd: folder, env, encoding: "utf8" } as const;
		for (const { line, output } of typedIn("docs/fleet.md")) {
			const real = line.replaceAll(WRITTEN, redis.url);
			if (!real.endsWith(" &")) {
				const { stdout } = spawnSync(
					"sh",
					["-c", `{ ${real}\n} 2>&1`],
					options,
				);
				const told = stdout.replace(/^\d+% {2}.*\n|^no worker is .*\n/gm, "");
				expect([line, told]).toEqual([line, output]);
				continue;
			}
			const child = spawn("sh", ["-c", `exec ${real.slice(0, -2)} 2>&1`], {
				cwd: folder,
				env,
				stdio: ["ignore", "pipe", "ignore"],
			});
			onTestFinished(() => void child.kill());
			let told = "";
			child.stdout.on("data", (chunk: Buffer) => {
				told += chunk.toString();
			});
			while (told.replaceAll(redis.url, WRITTEN) !== output) await pause(50);
		}
	},
);

/** What is typed in the blocks of a document, and what is printed then. */
function typedIn(file: string) {
	const blocks = readFileSync(file, "utf8").matchAll(
		/^```console\n(.*?)^```$/gms,
	);
	return [...blocks].flatMap(([, block = ""]) =>
		block
			.split(/^\$ /m)
			.slice(1)
			.map((typed) => {
				const [line = "", ...rest] = typed.split("\n");
				return { line, output: rest.join("\n") };
			}),
	);
}
