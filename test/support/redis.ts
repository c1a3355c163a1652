/** Debian's Redis, started for a test on a free port of this machine. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

export interface RedisServer {
	readonly url: string;
	readonly port: number;
	/** Stops it, without a word where `signal` is SIGKILL, and starts it again. */
	restart(signal?: NodeJS.Signals): Promise<void>;
	/** Sends it a signal: SIGSTOP keeps everybody waiting. */
	signal(signal: NodeJS.Signals): void;
	stop(): Promise<void>;
}

/**
 * @param folder where it keeps its append-only file
 * @param isDurable whether it has one; else it forgets all when it ends
 */
export async function startRedis(
	folder: string,
	isDurable = false,
): Promise<RedisServer> {
	const port = await freePort();
	const start = async (): Promise<ChildProcess> => {
		const child = spawn(
			"redis-server",
			[
				...["--port", String(port), "--bind", "127.0.0.1", "--dir", folder],
				...["--save", "", "--appendonly", isDurable ? "yes" : "no"],
				...["--appendfsync", "always"],
			],
			{ stdio: ["ignore", "pipe", "inherit"] },
		);
		for await (const chunk of child.stdout.setEncoding("utf8"))
			if (/Ready to accept connections/.test(chunk)) break;
		return child;
	};
	let child = await start();
	const end = async (signal: NodeJS.Signals) => {
		const over = once(child, "exit");
		child.kill(signal);
		await over;
	};
	return {
		url: `redis://127.0.0.1:${port}`,
		port,
		async restart(signal = "SIGTERM") {
			await end(signal);
			await pause(500);
			child = await start();
		},
		signal: (signal) => void child.kill(signal),
		stop: () => end("SIGKILL"),
	};
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	server.close();
	await once(server, "close");
	if (address === null || typeof address === "string")
		throw new Error("no port");
	return address.port;
}
