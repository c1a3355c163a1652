import type { Adapter } from "lowdb";
import { ConfigWriteError } from "./config-write-error.ts";
import { type ReplaceOptions, replaceFile, targetOf } from "./durable-file.ts";
import { keepEdited } from "./edited-copy.ts";
import { stampOf } from "./file-stamp.ts";
import { readText } from "./read-text.ts";
import { removeOrphans } from "./temporary-file.ts";

/** How a document stands in its file, and how the file is written. */
export interface FileForm<T> {
	/** Reads a document from a text. What it throws, `read` throws. */
	parse(text: string): T;
	print(document: T): string;
	/** Called before the first write. What it throws, the write throws. */
	prepare?(target: string): Promise<void>;
	/** Called just before the file is replaced. What it throws, the write throws. */
	demand?(): Promise<void>;
	/** Puts a text in a file's place, durably. */
	replace?(
		target: string,
		text: string,
		options: ReplaceOptions,
	): Promise<void>;
	/** Told the name under which the file is kept that somebody else wrote. */
	onForeign?(kept: string): void;
}

/**
 * A lowdb adapter whose file survives a power cut; lowdb's own never calls fsync.
 * It makes one write at a time. Of the documents that wait meanwhile only the
 * newest is written, and all their callers resolve when it is durable.
 */
export class DurableJsonFile<T> implements Adapter<T> {
	readonly #file: string;
	readonly #form: FileForm<T>;
	/** The file behind the name; known from the first use on. */
	#target: string | null = null;
	#isPrepared = false;
	/** What the file holds, as far as we know; null before it is read or written. */
	#text: string | null;
	/** Stamp of the file that holds it; null where not known. */
	#stamp: string | null = null;
	#waiting: Waiting<T> | null = null;
	#writing: Promise<void> | null = null;

	/** @param read what the file holds and its stamp, where it has been read */
	constructor(
		file: string,
		form: FileForm<T>,
		read: {
			readonly text: string;
			readonly stamp?: string | null;
		} | null = null,
	) {
		this.#file = file;
		this.#form = form;
		this.#text = read?.text ?? null;
		this.#stamp = read?.stamp ?? null;
	}

	/** What somebody else wrote into the file since it was read or written here; null for nothing. */
	async foreign(): Promise<string | null> {
		this.#target ??= await targetOf(this.#file);
		if (this.#text === null) return null;
		const stamp = await stampOf(this.#target);
		// A file that is gone is written anew.
		if (stamp === null || stamp === this.#stamp) return null;
		const text = await readText(this.#target);
		if (text !== this.#text) return text;
		this.#stamp = stamp;
		return null;
	}

	/** Lets the next write replace what somebody else wrote. */
	accept(text: string): void {
		this.#text = text;
		this.#stamp = null;
	}

	/** @throws a system error when the file cannot be read, and what `parse` throws. */
	async read(): Promise<T> {
		this.#target = await targetOf(this.#file);
		const stamp = await stampOf(this.#target);
		const text = await readText(this.#target);
		const document = this.#form.parse(text);
		this.#text = text;
		this.#stamp = stamp;
		return document;
	}

	/**
	 * Resolves when this document or a newer one is durable.
	 * @throws ConfigWriteError
	 */
	write(document: T): Promise<void> {
		if (this.#waiting === null) this.#waiting = new Waiting(document);
		else this.#waiting.document = document;
		const { promise } = this.#waiting;
		this.#writing ??= this.#writeWaiting();
		return promise;
	}

	/** Resolves when no write is waiting or under way. */
	async settled(): Promise<void> {
		await this.#writing;
	}

	async #writeWaiting(): Promise<void> {
		for (let next = this.#waiting; next !== null; next = this.#waiting) {
			this.#waiting = null;
			try {
				await this.#replace(next.document);
				next.resolve();
			} catch (error) {
				next.reject(new ConfigWriteError(this.#file, error));
			}
		}
		this.#writing = null;
	}

	async #replace(document: T): Promise<void> {
		this.#target ??= await targetOf(this.#file);
		if (!this.#isPrepared) {
			await removeOrphans(this.#target);
			await this.#form.prepare?.(this.#target);
			this.#isPrepared = true;
		}
		const { replace = replaceFile } = this.#form;
		const target = this.#target;
		const text = this.#form.print(document);
		let stamp: string | null = null;
		await replace(target, text, {
			before: this.#text,
			check: async (temporary) => {
				await this.#form.demand?.();
				await this.#keepForeign(target);
				stamp = await stampOf(temporary);
			},
		});
		this.#text = text;
		this.#stamp = stamp;
	}

	/** Keeps what somebody else wrote, before it is replaced. */
	async #keepForeign(target: string): Promise<void> {
		// What cannot be read is kept too.
		const foreign = await this.foreign().catch(() => "");
		if (foreign === null) return;
		this.#form.onForeign?.(await keepEdited(target));
	}
}

/** The newest document that waits to be written, and its callers' promise. */
class Waiting<T> {
	document: T;
	readonly promise: Promise<void>;
	resolve: () => void = () => {};
	reject: (error: ConfigWriteError) => void = () => {};

	constructor(document: T) {
		this.document = document;
		this.promise = new Promise((resolve, reject) => {
			this.resolve = resolve;
			this.reject = reject;
		});
	}
}
