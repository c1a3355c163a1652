/** Corpora in a folder, run here, and what is told of them. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { models } from "../../src/models/models.ts";
import type { FailureReport } from "../../src/replay/report/failure-report.ts";
import type { Reporter } from "../../src/replay/report/reporter.ts";
import { json } from "../../src/replay/report/reporters/json.ts";
import { type ReplaySettings, replay } from "../../src/replay/run/replay.ts";
import { updatesText } from "../../src/replay/run/update.ts";

/** Files by their names in a folder, which is made where it is not there. */
export interface Corpora {
	readonly [name: string]: string;
}

/** Writes corpora into a folder and runs them; what ends with `.json` stands beside. */
export async function replayedIn(
	folder: string,
	files: Corpora,
	options: Partial<ReplaySettings> = {},
) {
	written(folder, files);
	const told: FailureReport[] = [];
	const malformed: string[] = [];
	const listening: Reporter = {
		failed: (reports) => void told.push(...reports),
		malformed: ({ file, line, diagnostic }) =>
			void malformed.push(
				`${file.slice(folder.length + 1)}:${line}:${diagnostic.start + 1}`,
			),
		ended: () => {},
	};
	let document = "";
	const writing = json((text) => {
		document += text;
	}, false);
	let changed = "";
	const names = Object.keys(files).filter((name) => !name.endsWith(".json"));
	const summary = await replay(
		names.map((name) => join(folder, name)),
		{
			model: models[0],
			seed: 1,
			shard: null,
			filter: null,
			bail: null,
			update: false,
			showSecrets: false,
			reporters: [listening, writing],
			onUpdate: (updates) => {
				changed += updatesText(updates);
			},
			...options,
		},
	);
	return { summary, told, malformed, document, changed };
}

export function written(folder: string, files: Corpora): void {
	for (const [name, content] of Object.entries(files)) {
		mkdirSync(join(folder, name, ".."), { recursive: true });
		writeFileSync(join(folder, name), content);
	}
}
