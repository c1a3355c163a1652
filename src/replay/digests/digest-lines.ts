import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import * as z from "zod";
import { type DigestParts, SUM_DIGITS } from "../../simulation/digest.ts";
import { codeOf, reasonOf } from "../../store/system-error.ts";
import { NoCorpusError } from "../corpus/corpus-files.ts";
import type { BlockResult } from "../run/block-result.ts";

/*
 * The partial digests of a run as JSON Lines: what it is of, then a line for each
 * block, then the whole.
 */

/** What partial digests are of: those of another corpus cannot be compared. */
export interface DigestHead {
	readonly digests: 1;
	/** The version and build that ran. */
	readonly engine: string;
	/** SHA-256 of the files. */
	readonly corpus: string;
	/** The settings that a digest follows from, as text. */
	readonly conditions: string;
	/** In bytes. */
	readonly blockSize: number;
}

/** The digest of a block. */
export interface BlockDigest extends DigestParts {
	/** As `ConversationMarks` writes them. */
	readonly marks: string;
}

const count = z.int().min(0);
const sum = z.string().regex(new RegExp(`^[0-9a-f]{${SUM_DIGITS}}$`));
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const headSchema: z.ZodType<DigestHead> = z.strictObject({
	digests: z.literal(1),
	engine: z.string().max(100),
	corpus: hash,
	conditions: z.string(),
	blockSize: z
		.int()
		.min(1024)
		.max(2 ** 30),
});
const blockSchema: z.ZodType<BlockDigest> = z
	.strictObject({ count, sum, marks: z.base64() })
	.refine((one) => one.marks.length === 4 * one.count);
const endSchema = z.strictObject({ blocks: count });

export function blockDigest({ digest, marks = "" }: BlockResult): BlockDigest {
	return { ...digest, marks };
}

/** SHA-256 of what is in files, in order. */
export async function corpusHash(files: readonly string[]): Promise<string> {
	const whole = createHash("sha256");
	for (const file of files) {
		const one = createHash("sha256");
		for await (const bytes of createReadStream(file)) one.update(bytes);
		whole.update(one.digest());
	}
	return whole.digest("hex");
}

/** Partial digests in a file, of which one block is held at a time. */
export class DigestLines {
	readonly file: string;
	readonly head: DigestHead;
	private readonly lines: AsyncGenerator<string>;
	private blocks = 0;

	private constructor(
		file: string,
		head: DigestHead,
		lines: AsyncGenerator<string>,
	) {
		this.file = file;
		this.head = head;
		this.lines = lines;
	}

	/**
	 * @throws NoCorpusError for a file of something else, or one that cannot be read
	 */
	static async open(file: string): Promise<DigestLines> {
		const lines = linesOf(file);
		const { value } = await lines.next();
		const head = headSchema.safeParse(parsed(value));
		if (head.success) return new DigestLines(file, head.data, lines);
		await lines.return(undefined);
		throw new NoCorpusError(`${file}:1: no file that --digest-file wrote`);
	}

	/** @throws NoCorpusError where there is no block any more, or a damaged one */
	async next(): Promise<BlockDigest> {
		const read = blockSchema.safeParse(await this.value());
		this.blocks += 1;
		if (read.success) return read.data;
		throw this.damaged();
	}

	/** @throws NoCorpusError where more blocks follow, or the end is missing */
	async end(): Promise<void> {
		const read = endSchema.safeParse(await this.value());
		if (read.success && read.data.blocks === this.blocks) return;
		this.blocks += 1;
		throw this.damaged();
	}

	async close(): Promise<void> {
		await this.lines.return(undefined);
	}

	private async value(): Promise<unknown> {
		const { value, done } = await this.lines.next();
		return done === true ? null : parsed(value);
	}

	private damaged(): NoCorpusError {
		return new NoCorpusError(
			`${this.file}:${this.blocks + 1}: damaged, or of a corpus that is cut into other blocks`,
		);
	}
}

async function* linesOf(file: string): AsyncGenerator<string> {
	const handle = await open(file).catch((error: unknown) => {
		const isMissing = codeOf(error) === "ENOENT";
		const why = isMissing ? "there is no such file" : reasonOf(error);
		throw new NoCorpusError(`cannot read ${file}: ${why}`);
	});
	try {
		if (!(await handle.stat()).isFile())
			throw new NoCorpusError(`${file}: it is no regular file`);
		for await (const line of handle.readLines({ autoClose: false })) yield line;
	} finally {
		await handle.close();
	}
}

function parsed(text: unknown): unknown {
	try {
		return JSON.parse(String(text));
	} catch {
		return null;
	}
}
