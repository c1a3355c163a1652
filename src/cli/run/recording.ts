import { closeSync, fstatSync, ftruncateSync, openSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { stemOf } from "../../conversation/read-transcript.ts";
import { configSchema, SCHEMA_VERSION } from "../../derive/config-schema.ts";
import type { Panel } from "../../device/panel.ts";
import { numberingOf } from "../../firmware/answer/numbering.ts";
import { Recorder } from "../../simulation/recorder.ts";
import { documentText } from "../../store/document-text.ts";
import { createFile } from "../../store/durable-file.ts";
import { codeOf, reasonOf } from "../../store/system-error.ts";
import { writeWhole } from "../../store/whole-write.ts";
import type { Clock } from "../../time/clock.ts";
import { instantText } from "../../time/instant.ts";
import { InputError, UsageError } from "../line/exit-code.ts";
import { onTrouble } from "../line/failure.ts";
import { complain } from "../line/print.ts";

/** A recording of a panel, in a file. */
export interface Recording {
	/** Begins with the panel's present state. */
	start(panel: Panel, clock: Clock): Promise<void>;
	end(clock: Clock): void;
}

/**
 * Records into a transcript, and the panel's state at the start into a file beside
 * it. Only their owner may read them.
 * @param by.owner the command that records: `alarmpanel run`
 * @param by.showDuress whether duress and silent alarms are recorded
 * @throws UsageError for a name that is none of a transcript
 */
export function recording(
	file: string,
	{
		owner,
		showDuress,
	}: { readonly owner: string; readonly showDuress: boolean },
): Recording {
	if (!file.endsWith(".smst"))
		throw new UsageError(
			`--record: a transcript's name ends with .smst, as in ${stemOf(file)}.smst`,
		);
	const configFile = file.replace(/\.smst$/, "-config.json");
	let recorder: Recorder | null = null;
	let opened: number | null = null;
	let stopFollowing = () => {};
	const safely = (work: (recorder: Recorder) => void) => {
		if (recorder === null) return;
		try {
			work(recorder);
		} catch (error) {
			// The panel runs on without its recording.
			recorder = null;
			onTrouble(new Error(`--record ${file}: ${reasonOf(error)}`));
		}
	};
	return {
		async start(panel, clock) {
			const numbering = await numberingOf(panel.state.remote.country);
			const { model, state } = panel;
			const config = documentText(configSchema(model))({
				schemaVersion: SCHEMA_VERSION,
				...state,
			});
			const transcript = await openBoth(file, configFile, config);
			opened = transcript;
			recorder = new Recorder({
				id: stemOf(file),
				beginning: { model, state, numbering },
				config: basename(configFile),
				source: `recorded by ${owner} at ${instantText(clock.now())}`,
				start: clock.now(),
				showDuress,
				write: (lines) => append(transcript, lines),
			});
			stopFollowing = panel.activity.follow((activity) =>
				safely((open) => open.take(activity)),
			);
			complain(
				`recording into ${file}, beginning with ${configFile}; both hold codes and PINs, and are yours only (mode 0600)`,
			);
		},
		end(clock) {
			stopFollowing();
			safely((open) => open.end(clock.now()));
			if (opened !== null) closeSync(opened);
			recorder = null;
			opened = null;
		},
	};
}

/** Appends whole lines, or nothing of them. */
function append(transcript: number, lines: string): void {
	const { size } = fstatSync(transcript);
	try {
		writeWhole(transcript, lines);
	} catch (error) {
		ftruncateSync(transcript, size);
		throw error;
	}
}

/** Makes both files, or neither. */
async function openBoth(
	file: string,
	configFile: string,
	config: string,
): Promise<number> {
	const transcript = await make(file, async () => openSync(file, "ax", 0o600));
	try {
		await make(configFile, () => createFile(configFile, config));
	} catch (error) {
		closeSync(transcript);
		rmSync(file);
		throw error;
	}
	return transcript;
}

async function make<T>(file: string, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw new InputError(
			codeOf(error) === "EEXIST"
				? `--record: ${file} is there already; a recording replaces nothing`
				: `--record: cannot write ${file}: ${reasonOf(error)}`,
		);
	}
}
