import type { FileNames } from "../../replay/corpus/file-names.ts";
import type { RunDigests } from "../../replay/digests/run-digests.ts";
import type { Hands } from "../../replay/run/hands.ts";
import {
	type Progress,
	type ReplaySettings,
	replay,
} from "../../replay/run/replay.ts";
import { updatesText } from "../../replay/run/update.ts";
import { startWorker } from "../../replay/run/worker-start.ts";
import { systemClock } from "../../time/system-clock.ts";
import { ExitCode } from "../line/exit-code.ts";
import { complain } from "../line/print.ts";
import { errorColors } from "../line/terminal-colors.ts";
import { leaving } from "./cancelling.ts";
import { concluded, nothingDone } from "./replay-conclusion.ts";
import type { ReplayOptions } from "./replay-options.ts";
import { ReplayProgress } from "./replay-progress.ts";
import { openReporters } from "./replay-reporters.ts";
import type { ReplayRequest } from "./replay-request.ts";
import { ReportFile } from "./report-file.ts";
import { unpackedCorpora } from "./unpacked-corpora.ts";

/** Who runs it where this process does not. */
export interface OtherHands {
	readonly hands: Hands;
	/** How many work for it now. */
	readonly workers: () => number;
	readonly onProgress: (progress: Progress) => void;
}

/** Replays corpora and reports the result. */
export async function replayCorpora(
	{ files, ...settings }: ReplayRequest & { readonly names?: FileNames },
	argv: ReplayOptions,
	progress = replayProgress(),
	others: OtherHands | null = null,
): Promise<ExitCode> {
	const opened = await openReporters(argv, () => progress.hide());
	const { reporters, ownsStdout } = opened;
	const asked: ReplaySettings = {
		...settings,
		...(others === null ? {} : { hands: others.hands }),
		update: argv.update,
		coverage: argv.coverage || argv.coverageJson !== undefined,
		showSecrets: argv.showSecrets,
		reporters,
	};
	let digests: RunDigests | null = null;
	try {
		digests = await digestsOf(files, asked, argv);
		const summary = await replay(files, {
			...asked,
			...digests?.settings,
			startWorker,
			onProgress(far) {
				others?.onProgress(far);
				progress.update(far, others?.workers());
			},
			onUpdate: (updates) => {
				progress.hide();
				complain(updatesText(updates));
			},
		});
		progress.hide();
		const compared = (await digests?.finish(summary)) ?? null;
		opened.finishReporters();
		if (digests?.isWhole(summary) === false) complain(withoutDigests(argv));
		const code = concluded(summary, ownsStdout, argv, compared);
		return summary.conversations === 0 && code === ExitCode.ok
			? nothingDone("run", argv)
			: code;
	} finally {
		progress.hide();
		await digests?.close();
		opened.dropReporters();
	}
}

/**
 * The same of unpacked corpora: digests are of blocks, and what is packed cannot be cut
 * into the same ones.
 */
export async function replayUnpacked(
	request: ReplayRequest,
	argv: ReplayOptions,
): Promise<ExitCode> {
	leaving();
	const { files, names, remove } = await unpackedCorpora(request.files);
	try {
		return await replayCorpora({ ...request, files, names }, argv);
	} finally {
		await remove();
	}
}

/** What is said where a part of the run is missing. */
function withoutDigests({ digestFile, againstDigest }: ReplayOptions): string {
	return [
		...(digestFile === undefined ? [] : [`${digestFile} is not written`]),
		...(againstDigest === undefined
			? []
			: [`nothing is compared with ${againstDigest}`]),
	]
		.map((what) => `${what}: a part of the corpus was not run`)
		.join("\n");
}

/** Few runs need them. */
async function digestsOf(
	files: readonly string[],
	settings: ReplaySettings,
	argv: ReplayOptions,
): Promise<RunDigests | null> {
	const { digestFile, againstDigest = null } = argv;
	if (digestFile === undefined && againstDigest === null) return null;
	const [{ runDigests }, { engineVersion }] = await Promise.all([
		import("../../replay/digests/run-digests.ts"),
		import("../../replay/queue/engine-version.ts"),
	]);
	return await runDigests(files, settings, engineVersion, againstDigest, () =>
		digestFile === undefined ? null : new ReportFile(digestFile),
	);
}

/** The progress on stderr. */
export function replayProgress(): ReplayProgress {
	return new ReplayProgress(process.stderr, systemClock, errorColors.green);
}
