/** A thread that has the built command line loaded, and runs one line after the other. */
import { once } from "node:events";
import { join } from "node:path";
import {
	MessageChannel,
	type MessagePort,
	receiveMessageOnPort,
	Worker,
} from "node:worker_threads";

const HERE = process.cwd();
const DIST = join(import.meta.dirname, "../../dist");

/** A command line, and what it finds. */
export interface TypedLine {
	readonly args: readonly string[];
	readonly folder: string;
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** What is on stdin; nothing by default. */
	readonly input?: string;
}

/** What a line has left. */
export interface Answered {
	readonly status: number;
	readonly stdout: string;
	readonly stderr: string;
}

/** How long a line may take, in milliseconds. */
const PATIENCE = 60_000;

interface VerbThread {
	readonly worker: Worker;
	readonly answers: MessagePort;
	/** How many lines it was asked to run, and in shared memory how many it has. */
	asked: number;
	readonly answered: Int32Array;
}

let thread: VerbThread | null = null;

/**
 * Runs a line while this process waits, as spawnSync does; starting a process takes
 * five times as long.
 * @throws Error where it does not end
 */
export function runInThread(line: TypedLine): Answered {
	const { answers, asked, answered } = beginLine(line);
	// The line before may be answered and not yet counted.
	for (let count = asked - 2; count < asked; count += 1)
		Atomics.wait(answered, 0, count, PATIENCE);
	return endLine(line, receiveMessageOnPort(answers)?.message);
}

/**
 * The same while this process goes on, for a line that speaks with something in
 * here. The folder is that of the line until it has answered; nothing else is run
 * meanwhile.
 */
export async function runBesides(line: TypedLine): Promise<Answered> {
	const { answers } = beginLine(line);
	const [answer] = await once(answers, "message");
	return endLine(line, answer);
}

/** What the thread posts. */
interface ThreadAnswer extends Answered {
	/** Whether the line has ended its process, and the thread with it. */
	readonly isOver: boolean;
}

function beginLine({
	args,
	folder,
	environment,
	input = "",
}: TypedLine): VerbThread {
	thread ??= started();
	thread.asked += 1;
	// The thread has no folder of its own.
	process.chdir(folder);
	thread.worker.postMessage({ args, environment, input });
	return thread;
}

function endLine(
	{ args }: TypedLine,
	answer: ThreadAnswer | undefined,
): Answered {
	process.chdir(HERE);
	if (answer === undefined || answer.isOver) {
		void thread?.worker.terminate();
		thread?.answers.close();
		thread = null;
	}
	if (answer === undefined)
		throw new Error(`it does not end: alarmpanel ${args.join(" ")}`);
	const { status, stdout, stderr } = answer;
	return { status, stdout, stderr };
}

function started(): VerbThread {
	const { port1, port2 } = new MessageChannel();
	const answered = new Int32Array(new SharedArrayBuffer(4));
	const worker = new Worker(join(import.meta.dirname, "verb-thread.mjs"), {
		workerData: {
			command: join(DIST, "alarmpanel.js"),
			launcher: join(DIST, "bundled.js"),
			answers: port2,
			answered,
		},
		transferList: [port2],
		execArgv: [],
	});
	worker.unref();
	port1.unref();
	return { worker, answers: port1, asked: 0, answered };
}
