import {
	appendFileSync,
	closeSync,
	existsSync,
	openSync,
	rmSync,
	truncateSync,
} from "node:fs";
import { open } from "node:fs/promises";
import * as z from "zod";
import { FileWriteError } from "../../store/file-write-error.ts";
import { NoCorpusError } from "../corpus/corpus-files.ts";
import type { BlockResult } from "../run/block-result.ts";
import { resultText, workerResult } from "./block-result-text.ts";

/** What a run is of: another one may not go on with its results. */
export interface RunDescription {
	readonly engine: string;
	/** The settings, as text. */
	readonly settings: string;
}

const headSchema = z.strictObject({
	run: z.string(),
	engine: z.string(),
	settings: z.string(),
});

const lineSchema = z.strictObject({
	block: z.int().min(0),
	sha256: z.string(),
	result: z.string(),
});

/**
 * The results of a run in a file, in order, for whoever is started again: what has
 * come is not run again. A line that was being written when the process ended is
 * taken back.
 */
export class RunJournal {
	private readonly file: string;
	/** The name of the run, which its jobs have too. */
	readonly run: string;
	private readonly lines: AsyncGenerator<string>;
	private next: z.infer<typeof lineSchema> | null = null;

	private constructor(
		file: string,
		run: string,
		lines: AsyncGenerator<string>,
		next: z.infer<typeof lineSchema> | null,
	) {
		this.file = file;
		this.run = run;
		this.lines = lines;
		this.next = next;
	}

	/**
	 * Opens the journal, or begins one.
	 * @param fresh the name of a run that begins
	 * @throws NoCorpusError where the file is no journal, or one of another run
	 * @throws FileWriteError
	 */
	static async open(
		file: string,
		fresh: string,
		description: RunDescription,
	): Promise<RunJournal> {
		if (!existsSync(file)) {
			const head = { run: fresh, ...description };
			safely(file, () => closeSync(openSync(file, "wx", 0o600)));
			safely(file, () => appendFileSync(file, `${JSON.stringify(head)}\n`));
			return new RunJournal(file, fresh, nothing(), null);
		}
		await cutTornLine(file);
		const lines = linesOf(file);
		const refused = async (why: string) => {
			await lines.return(undefined);
			return new NoCorpusError(`--resume ${file}: ${why}`);
		};
		const first = await lines.next();
		const head = headSchema.safeParse(
			parsed(first.done === true ? "" : first.value),
		);
		if (!head.success) throw await refused("this is no journal of a run");
		if (head.data.engine !== description.engine)
			throw await refused(`it is of version ${head.data.engine}`);
		if (head.data.settings !== description.settings)
			throw await refused("it is of a run with other files or options");
		const journal = new RunJournal(file, head.data.run, lines, null);
		await journal.step();
		return journal;
	}

	/**
	 * What came of a block before; null where that is not known.
	 * @param sha256 of the hashes of its pieces
	 * @throws NoCorpusError where the corpus is another one by now
	 */
	async resultOf(block: number, sha256: string): Promise<BlockResult | null> {
		const { next, file } = this;
		if (next === null || next.block !== block) return null;
		if (next.sha256 !== sha256)
			throw new NoCorpusError(
				`--resume ${file}: the corpus has changed since it was written`,
			);
		const read = workerResult(next.result);
		if (read === null || "here" in read)
			throw new NoCorpusError(`--resume ${file}: block ${block} is damaged`);
		await this.step();
		return read.result;
	}

	/** @throws FileWriteError */
	write(block: number, sha256: string, result: BlockResult): void {
		const line = { block, sha256, result: resultText({ result }) };
		safely(this.file, () =>
			appendFileSync(this.file, `${JSON.stringify(line)}\n`),
		);
	}

	/** The run has come to its end. */
	remove(): void {
		rmSync(this.file, { force: true });
	}

	private async step(): Promise<void> {
		const { value, done } = await this.lines.next();
		const read = lineSchema.safeParse(done === true ? null : parsed(value));
		this.next = read.success ? read.data : null;
	}
}

async function* nothing(): AsyncGenerator<string> {}

/** The whole lines that the file has now. */
async function* linesOf(file: string): AsyncGenerator<string> {
	const handle = await open(file);
	try {
		for await (const line of handle.readLines()) yield line;
	} finally {
		await handle.close();
	}
}

async function cutTornLine(file: string): Promise<void> {
	const handle = await open(file);
	try {
		const { size } = await handle.stat();
		const step = Buffer.alloc(64 * 1024);
		for (let end = size; end > 0; end -= step.length) {
			const from = Math.max(0, end - step.length);
			const { bytesRead } = await handle.read(step, 0, end - from, from);
			const lf = step.subarray(0, bytesRead).lastIndexOf(10);
			if (lf === -1) continue;
			if (from + lf + 1 < size)
				safely(file, () => truncateSync(file, from + lf + 1));
			return;
		}
	} finally {
		await handle.close();
	}
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

function safely<T>(file: string, work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw new FileWriteError(file, error);
	}
}
