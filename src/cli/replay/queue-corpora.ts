import { CancelledError } from "../../replay/queue/cancelled-error.ts";
import type { ExitCode } from "../line/exit-code.ts";
import { complain } from "../line/print.ts";
import { cancelling } from "./cancelling.ts";
import { queueReplay } from "./queue-replay.ts";
import { withPackages } from "./queue-trouble.ts";
import { replayCorpora, replayProgress } from "./replay-corpora.ts";
import type { ReplayOptions } from "./replay-options.ts";
import type { ReplayRequest } from "./replay-request.ts";

/**
 * Has workers replay corpora and reports the result. A signal cancels what is not
 * run; a second one leaves at once.
 */
export async function queueCorpora(
	url: string,
	request: ReplayRequest,
	argv: ReplayOptions,
): Promise<ExitCode> {
	const { signal, exitCode } = cancelling();
	return await withPackages(async (packages) => {
		const progress = replayProgress();
		const say = (text: string) => {
			progress.hide();
			complain(text);
		};
		const asked = await queueReplay(url, packages, request, argv, signal, say);
		const { hands, fleet, onProgress } = asked;
		try {
			return await replayCorpora(
				{ ...request, files: asked.files, names: asked.names },
				argv,
				progress,
				{ hands, workers: () => fleet().workers, onProgress },
			);
		} catch (error) {
			if (!(error instanceof CancelledError)) throw error;
			complain(`alarmpanel: ${error.message}`);
			return exitCode();
		} finally {
			await asked.close();
		}
	});
}
