import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { vst2752 } from "../../../src/models/vst-2752.ts";
import type { Reporter } from "../../../src/replay/report/reporter.ts";
import { replay } from "../../../src/replay/run/replay.ts";

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "alarmpanel-times-"));
});

afterEach(() => {
	rmSync(folder, { recursive: true });
});

const quiet: Reporter = { failed() {}, malformed() {}, ended() {} };

test.each<[string, Reporter, string[]]>([
	["nobody is told how long it took", quiet, []],
	["each conversation that passed is told", { ...quiet, passed() {} }, ["a"]],
	["the times of blocks are told", { ...quiet, ran() {} }, ["a"]],
])("where %s, these conversations have a time", async (_, reporter, timed) => {
	const file = join(folder, "a.smst");
	writeFileSync(file, "> PROG 7982 ECHO:\n< ECHO:OK\n");
	const slowest: string[] = [];
	await replay([file], {
		model: vst2752,
		seed: 1,
		shard: null,
		filter: null,
		bail: null,
		update: false,
		showSecrets: false,
		reporters: [reporter],
		jobs: 1,
		onBlock: async (_block, { times }) => {
			slowest.push(...times.slowest.map(({ id }) => id));
		},
	});
	expect(slowest).toEqual(timed);
});
