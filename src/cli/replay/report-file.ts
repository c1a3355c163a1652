import {
	closeSync,
	fsyncSync,
	openSync,
	realpathSync,
	renameSync,
	rmSync,
	statSync,
} from "node:fs";
import { FileWriteError } from "../../store/file-write-error.ts";
import { temporaryName } from "../../store/temporary-file.ts";
import { writeWhole } from "../../store/whole-write.ts";

/**
 * A report in a file, written as the run goes. It takes the place of an older one
 * when it is finished; until then the older one stays. A pipe or a device is
 * written into at once.
 */
export class ReportFile {
	private readonly path: string;
	private readonly target: string;
	/** What is written into: another file beside the target, or the target itself. */
	private readonly opened: string;
	private descriptor: number | null = null;
	private readonly atExit = () => this.drop();

	/**
	 * @param secret whether it is for its owner only
	 * @throws FileWriteError
	 */
	constructor(path: string, secret = false) {
		this.path = path;
		this.target = this.safely(() => targetOf(path));
		const old = statSync(this.target, { throwIfNoEntry: false });
		const isReplaced = old === undefined || old.isFile();
		this.opened = isReplaced ? temporaryName(this.target) : this.target;
		const kept = old?.isFile() ? old.mode & 0o777 : 0o666;
		const mode = secret ? 0o600 : kept;
		this.descriptor = this.safely(() => openSync(this.opened, "w", mode));
		// A signal ends the process where it is.
		process.on("exit", this.atExit);
	}

	/** @throws FileWriteError */
	write(text: string): void {
		const { descriptor } = this;
		if (descriptor !== null) this.safely(() => writeWhole(descriptor, text));
	}

	/** @throws FileWriteError; then the older one is still there */
	finish(): void {
		const { descriptor, opened, target } = this;
		if (descriptor === null) return;
		if (opened !== target)
			this.safely(() => {
				fsyncSync(descriptor);
				renameSync(opened, target);
			});
		this.close(descriptor);
	}

	/** Nothing more comes: what is not finished is removed. */
	drop(): void {
		const { descriptor, opened, target } = this;
		if (descriptor === null) return;
		this.close(descriptor);
		if (opened !== target) rmSync(opened, { force: true });
	}

	private close(descriptor: number): void {
		this.descriptor = null;
		process.off("exit", this.atExit);
		closeSync(descriptor);
	}

	private safely<T>(work: () => T): T {
		try {
			return work();
		} catch (error) {
			throw new FileWriteError(this.path, error);
		}
	}
}

/** A link stays a link: the file behind it is replaced. */
function targetOf(path: string): string {
	return statSync(path, { throwIfNoEntry: false }) === undefined
		? path
		: realpathSync(path);
}
