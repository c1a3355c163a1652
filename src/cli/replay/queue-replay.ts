import type { FileNames } from "../../replay/corpus/file-names.ts";
import type { FleetServer } from "../../replay/queue/fleet-server.ts";
import { type FleetState, noFleet } from "../../replay/queue/fleet-state.ts";
import type { QueuePackages } from "../../replay/queue/queue-packages.ts";
import type { Hands } from "../../replay/run/hands.ts";
import type { Progress } from "../../replay/run/replay.ts";
import { systemClock } from "../../time/system-clock.ts";
import { UsageError } from "../line/exit-code.ts";
import { complain } from "../line/print.ts";
import { corpusToken, listenAt, queueAt } from "./queue-options.ts";
import type { ReplayOptions } from "./replay-options.ts";
import type { ReplayRequest } from "./replay-request.ts";
import { type UnpackedCorpora, unpackedCorpora } from "./unpacked-corpora.ts";

/** What a replay by workers needs, besides its settings. */
export interface QueueReplay {
	readonly hands: Hands;
	/** What is read: packed corpora are unpacked. */
	readonly files: readonly string[];
	readonly names: FileNames;
	/** Who works for it now. */
	readonly fleet: () => FleetState;
	readonly onProgress: (progress: Progress) => void;
	/** Ends servers, and removes what was unpacked. */
	close(): Promise<void>;
}

/** What does not go through a queue, and why. */
const without = {
	update: "writes into the corpus, which is not with the workers",
	watch: "runs again and again",
	shrink: "needs no workers",
	against: "speaks to one panel",
	quirks: "holds texts of a panel, and no job carries a text",
} as const;

/** @throws UsageError for options that do not go together */
export function checkQueueOptions(argv: ReplayOptions): void {
	if (argv.queue === undefined) return;
	for (const [option, why] of Object.entries(without)) {
		const value = argv[option];
		if (value !== undefined && value !== false)
			throw new UsageError(`--queue and --${option}: --${option} ${why}`);
	}
	if (argv.jobs !== undefined)
		throw new UsageError(
			"--jobs is the workers' own: alarmpanel worker --jobs",
		);
	const bail = argv.bail === undefined ? 0 : Number(argv.bail || 1);
	if (bail > MOST_BAIL)
		throw new UsageError(`--bail with --queue: at most ${MOST_BAIL}`);
}

/** Failures of a block that are told one by one. */
const MOST_BAIL = 200;

/**
 * Makes ready what a replay by workers needs.
 * @throws UsageError
 */
export async function queueReplay(
	url: string,
	packages: QueuePackages,
	{ files }: ReplayRequest,
	argv: ReplayOptions,
	signal: AbortSignal,
	say: (text: string) => void,
): Promise<QueueReplay> {
	const { expose, resume } = argv;
	const address = queueAt(url);
	const token = corpusToken();
	const serveAt =
		argv.serveCorpus === undefined
			? null
			: listenAt("serve-corpus", argv.serveCorpus, expose);
	const metricsAt =
		argv.http === undefined ? null : listenAt("http", argv.http, expose);
	if (serveAt !== null && token === null)
		throw new UsageError(
			"--serve-corpus needs ALARMPANEL_CORPUS_TOKEN in the environment, here and at the workers",
		);
	const [hands, server, metrics] = await Promise.all([
		import("../../replay/queue/queue-hands.ts"),
		import("../../replay/queue/fleet-server.ts"),
		import("../../replay/queue/fleet-metrics.ts"),
	]);
	const closing: (() => Promise<void>)[] = [];
	let fleet = noFleet;
	let progress: Progress = { done: 0, total: 0, conversations: 0, failed: 0 };
	try {
		const corpora: UnpackedCorpora = await unpackedCorpora(files);
		closing.push(corpora.remove);
		let corpus: FleetServer | null = null;
		if (serveAt !== null && token !== null) {
			corpus = await server.serveCorpus(serveAt, corpora.paths, token);
			closing.push(corpus.close);
			complain(`the corpus is at ${corpus.address}, for who has the token`);
		}
		if (metricsAt !== null) {
			const told = () => metrics.fleetMetrics(progress, fleet);
			const page = await server.serveMetrics(metricsAt, told);
			closing.push(page.close);
			complain(`how it stands: ${page.address}/metrics`);
		}
		return {
			files: corpora.files,
			names: corpora.names,
			fleet: () => fleet,
			hands: hands.queueHands({
				address,
				packages,
				clock: systemClock,
				signal,
				say,
				files,
				corpusAt: corpus?.address ?? null,
				resume: resume ?? null,
				onState(state) {
					fleet = state;
				},
			}),
			onProgress(far) {
				progress = far;
			},
			close: () => closeAll(closing),
		};
	} catch (error) {
		await closeAll(closing);
		throw error;
	}
}

async function closeAll(closing: readonly (() => Promise<void>)[]) {
	for (const close of closing) await close();
}
