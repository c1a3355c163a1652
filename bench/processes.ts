import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { build } from "esbuild";
import type { CorpusName, Digests, Request } from "./contender.ts";

const FOLDER = join(
	import.meta.dirname,
	"../node_modules/.cache/alarmpanel-bench",
);

/** A contender in a process of its own, waiting to be asked. */
export interface Contestant {
	readonly name: string;
	digests(): Promise<Digests>;
	/** Nanoseconds per text, over one pass. */
	pass(corpus: CorpusName): Promise<number>;
	end(): void;
}

/**
 * Starts `bench/contenders/<source>.ts` in its own process, bundled with the
 * flags that the product ships with.
 */
export async function start(name: string, source: string): Promise<Contestant> {
	const outfile = join(FOLDER, `${name.replaceAll(" ", "-")}.mjs`);
	await build({
		stdin: {
			contents: `
				import { serve } from "./contender.ts";
				import { read } from "./contenders/${source}.ts";
				serve(read);`,
			resolveDir: import.meta.dirname,
		},
		outfile,
		bundle: true,
		minify: true,
		platform: "node",
		format: "esm",
		target: "node20",
		logLevel: "error",
	});
	const child = fork(outfile, { execArgv: ["--expose-gc"] });
	// The answer is the contender's own, from the other end of this channel.
	const ask = async (request: Request) => {
		child.send(request);
		const answered = new AbortController();
		const { signal } = answered;
		try {
			const [answer] = await Promise.race([
				once(child, "message", { signal }),
				once(child, "exit", { signal }).then(([code]) => {
					throw new Error(`the process of "${name}" ended with ${code}`);
				}),
			]);
			return answer;
		} finally {
			answered.abort();
		}
	};
	return {
		name,
		digests: () => ask("digests"),
		pass: ask,
		end: () => child.disconnect(),
	};
}
