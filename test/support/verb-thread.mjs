// Runs command lines one after the other in a thread, each with a house of its own:
// the bundle is compiled once, and evaluated anew for every line. What one line
// leaves in its modules no other one sees.

import process from "node:process";
import { Readable } from "node:stream";
import { parentPort, workerData } from "node:worker_threads";

const { command, launcher, answered, answers } = workerData;
const { bundled } = await import(launcher);

let stdout = "";
let stderr = "";
process.stdout.write = (text) => {
	stdout += text;
	return true;
};
process.stderr.write = (text) => {
	stderr += text;
	return true;
};
/** Who listens to these is gone after the line. */
const listened = [process, process.stdout, process.stderr];
const before = listened.map((emitter) => emitter.eventNames());

// A line that calls process.exit takes the thread with it.
process.on("exit", (status) => answer(status, true));

let stdin = Readable.from([]);
Object.defineProperty(process, "stdin", { get: () => stdin });

parentPort.on("message", async ({ args, environment, input }) => {
	stdin = Readable.from(pieces(Buffer.from(input)));
	for (const name of Object.keys(process.env)) delete process.env[name];
	Object.assign(process.env, environment);
	process.argv = [process.execPath, command, ...args];
	process.exitCode = undefined;
	await bundled().commandLine();
	answer(process.exitCode ?? 0, false);
	for (const [at, emitter] of listened.entries())
		for (const event of emitter.eventNames())
			if (!before[at].includes(event) && event !== "exit")
				emitter.removeAllListeners(event);
});

/** As a pipe hands it on. */
function* pieces(bytes) {
	for (let at = 0; at < bytes.length; at += 65_536)
		yield bytes.subarray(at, at + 65_536);
}

function answer(status, isOver) {
	answers.postMessage({ isOver, status, stdout, stderr });
	stdout = "";
	stderr = "";
	Atomics.add(answered, 0, 1);
	Atomics.notify(answered, 0);
}
