import { closeSync, openSync, readSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StringDecoder } from "node:string_decoder";
import { FileWriteError } from "../../store/file-write-error.ts";
import { temporaryName } from "../../store/temporary-file.ts";
import { writeWhole } from "../../store/whole-write.ts";
import type { Write } from "./reporter.ts";

/** What is kept in memory, in characters. */
const KEPT = 1024 * 1024;
/** What is read at once, in bytes. */
const CHUNK = 64 * 1024;

/**
 * Text that is written when more is known, however much it is: a head with counts
 * stands before it. What is long goes into a temporary file without a name.
 */
export class Spool {
	private texts: string[] = [];
	private kept = 0;
	private descriptor: number | null = null;

	/** @throws FileWriteError */
	add(text: string): void {
		this.texts.push(text);
		this.kept += text.length;
		if (this.kept < KEPT) return;
		const path = temporaryName(join(tmpdir(), "alarmpanel-report"));
		try {
			if (this.descriptor === null) {
				this.descriptor = openSync(path, "wx+", 0o600);
				// It goes with the process, however that ends.
				rmSync(path);
			}
			writeWhole(this.descriptor, this.texts.join(""));
		} catch (error) {
			throw new FileWriteError(path, error);
		}
		this.texts = [];
		this.kept = 0;
	}

	/** Hands over all of it, in order. */
	giveTo(write: Write): void {
		const { descriptor } = this;
		if (descriptor !== null) {
			const decoder = new StringDecoder("utf8");
			const chunk = Buffer.alloc(CHUNK);
			for (let from = 0; ; ) {
				const bytes = readSync(descriptor, chunk, 0, CHUNK, from);
				if (bytes === 0) break;
				from += bytes;
				write(decoder.write(chunk.subarray(0, bytes)));
			}
		}
		write(this.texts.join(""));
	}

	/** Nothing more is wanted of it. */
	close(): void {
		if (this.descriptor !== null) closeSync(this.descriptor);
		this.descriptor = null;
		this.texts = [];
	}
}
